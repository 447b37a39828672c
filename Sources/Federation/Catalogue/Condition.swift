/// Something that needs attention now: a catalogue code, what it is about, and a detail for the log.
public struct Condition: Sendable {
    public let code: ConditionCode
    /// A peer, a log, or a settlement.
    public let subject: String
    public let detail: String

    public init(_ code: ConditionCode, subject: String, detail: String = "") {
        self.code = code
        self.subject = subject
        self.detail = detail
    }
}
