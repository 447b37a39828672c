/// `deduction` 扣减: the party bears the amount.
public struct DeductionEntry: EntryBody {
    static let kind = "deduction"

    public let line: LedgerLine

    public init(line: LedgerLine) { self.line = line }
    init(fields: inout FieldReader) throws(EntryProblem) { line = try LedgerLine(fields: &fields) }
    var fields: [(String, JSONValue?)] { line.fields }
}
