public import Compensation

/// `fund-report` 使用报告: what came of a project and what it has cost so far.
public struct FundReportEntry: EntryBody {
    static let kind = "fund-report"

    public let key: AgreementKey
    public let use: EntryReference
    /// Spent on the project altogether, up to this report.
    public let spent: Fen
    public let result: String

    public init(key: AgreementKey, use: EntryReference, spent: Fen, result: String) {
        self.key = key
        self.use = use
        self.spent = spent
        self.result = result
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try AgreementKey(fields: &fields)
        use = try fields.reference("use")
        spent = try fields.amount("spent_fen", least: 0)
        result = try fields.string("result", limit: 4000)
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [("use", use.json), ("spent_fen", .amount(spent)), ("result", .string(result))]
    }
}
