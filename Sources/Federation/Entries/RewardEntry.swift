/// `reward` 奖励: the party receives the amount.
public struct RewardEntry: EntryBody {
    static let kind = "reward"

    public let line: LedgerLine

    public init(line: LedgerLine) { self.line = line }
    init(fields: inout FieldReader) throws(EntryProblem) { line = try LedgerLine(fields: &fields) }
    var fields: [(String, JSONValue?)] { line.fields }
}
