public import Compensation

/// `fund-use` 资金使用: a project that a recipient pays from compensation funds. The river that was compensated comes
/// first; another one needs a reason.
public struct FundUseEntry: EntryBody {
    static let kind = "fund-use"

    public let key: AgreementKey
    public let project: String
    public let purpose: String
    public let river: String
    /// Why funds go elsewhere than to the agreement's river.
    public let reason: String?
    public let amount: Fen
    /// The day by which a report on the project is due.
    public let reportDue: Period
    /// The project as the recipient filed it before, where this one stands in its place.
    public let replaces: EntryReference?

    public init(
        key: AgreementKey, project: String, purpose: String, river: String, reason: String? = nil, amount: Fen,
        reportDue: Period, replaces: EntryReference? = nil
    ) {
        self.key = key
        self.project = project
        self.purpose = purpose
        self.river = river
        self.reason = reason
        self.amount = amount
        self.reportDue = reportDue
        self.replaces = replaces
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        project = try fields.string("project")
        purpose = try fields.string("purpose", limit: 2000)
        river = try fields.string("river")
        reason = try fields.optionalText("reason", limit: 2000)
        amount = try fields.amount("amount_fen")
        reportDue = try fields.period("report_due", .day)
        replaces = try fields.optionalReference("replaces")
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("project", .string(project)), ("purpose", .string(purpose)), ("river", .string(river)),
            ("reason", reason.map { .string($0) }), ("amount_fen", .amount(amount)),
            ("report_due", .string(reportDue.text)), ("replaces", replaces?.json),
        ]
    }
}
