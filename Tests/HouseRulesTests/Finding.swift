/// A place where a house rule is broken.
struct Finding: Equatable, CustomStringConvertible {
    /// Path from the package root.
    let path: String
    /// Line from 1; 0 when the finding is about the whole file.
    let line: Int
    /// What is not allowed.
    let rule: String
    /// Why it is not allowed.
    let reason: String

    var description: String {
        "\(path):\(line): \(rule) — \(reason)"
    }
}
