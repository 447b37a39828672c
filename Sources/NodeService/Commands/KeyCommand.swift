/// What an operator can ask about log keys.
public enum KeyCommand: Codable, Sendable {
    case show
    case rotate(dryRun: Bool)
    /// The newest rotation of a node; with the fingerprint that was compared, if it was given.
    case countersign(node: String, fingerprint: String?, dryRun: Bool)
    case retire(dryRun: Bool)
}
