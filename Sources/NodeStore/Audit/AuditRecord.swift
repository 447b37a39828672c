/// One line of the audit trail, as it is stored. Texts only: what was asked for may have been nonsense.
public struct AuditRecord: Sendable, Equatable {
    /// When, RFC 3339.
    public let at: String
    /// The account, as it was given.
    public let who: String
    public let role: String
    public let act: String
    public let subject: String
    /// Where the request came from.
    public let from: String
    public let outcome: String
    public let detail: String

    public init(
        at: String, who: String, role: String, act: String, subject: String, from: String, outcome: String,
        detail: String
    ) {
        self.at = at
        self.who = who
        self.role = role
        self.act = act
        self.subject = subject
        self.from = from
        self.outcome = outcome
        self.detail = detail
    }
}
