/// What keeps the load from being made.
struct LoadProblem: Error {
    let text: String

    init(_ text: String) { self.text = text }
}
