/// One command on the control socket.
struct ControlMessage: Codable, Sendable {
    let command: OperatorCommand
    let language: String
    let json: Bool
}
