/// What a command prints and how it ends; the same value whether the node runs or not.
public struct CommandOutcome: Codable, Sendable {
    public let exitCode: Int32
    public let output: String
    public let errors: String
    /// What to write where the operator said; empty for most commands.
    public let files: [ProducedFile]

    public init(exitCode: Int32, output: String = "", errors: String = "", files: [ProducedFile] = []) {
        self.exitCode = exitCode
        self.output = output
        self.errors = errors
        self.files = files
    }
}
