/// What a command prints and how it ends; the same value whether the node runs or not.
public struct CommandOutcome: Codable, Sendable {
    public let exitCode: Int32
    public let output: String
    public let errors: String

    public init(exitCode: Int32, output: String = "", errors: String = "") {
        self.exitCode = exitCode
        self.output = output
        self.errors = errors
    }
}
