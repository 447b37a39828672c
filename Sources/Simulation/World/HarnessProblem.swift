/// The simulation itself could not go on; says nothing about the nodes.
struct HarnessProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
