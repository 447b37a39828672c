/// What an operator can ask about senders.
public enum SenderCommand: Codable, Sendable {
    case list
    case add(SenderForm, dryRun: Bool)
    case revoke(name: String, dryRun: Bool)
}
