/// How far a command is, as a running node tells the command line on the control socket.
struct ProgressFrame: Codable, Equatable, Sendable {
    /// Name of the stage.
    var zh: String
    var en: String
    var done = 0
    var total = 0
}
