/// What can be asked about the operators of the desk.
public enum AccountCommand: Codable, Sendable {
    case list
    case add(AccountForm, dryRun: Bool)
    /// New secrets; one that was disabled comes back.
    case reset(name: String, dryRun: Bool)
    case disable(name: String, dryRun: Bool)
    /// The newest lines of the audit trail; `nil`: all.
    case audit(newest: Int?)
}
