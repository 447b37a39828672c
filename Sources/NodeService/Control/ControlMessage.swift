import Presentation

/// One command on the control socket.
struct ControlMessage: Codable, Sendable {
    let command: OperatorCommand
    let language: String
    let format: OutputFormat
    /// Whether the answer may begin with lines of progress; a node of an earlier version does not know the field.
    var progress: Bool?
}
