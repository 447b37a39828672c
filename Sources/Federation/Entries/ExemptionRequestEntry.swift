/// `exemption-request` 免除申请: a party asks that facts of the scheme which exempt somebody hold in one period,
/// with the reason. Nothing changes before finance and environment have both approved.
public struct ExemptionRequestEntry: EntryBody {
    static let kind = "exemption-request"
    /// Facts in one request.
    public static let mostFacts = 50

    /// Of the period itself, never of an adjustment.
    public let key: SettlementKey
    public let reason: String
    /// The conditions of the scheme that become `yes`; sorted, no name twice. What they do is the scheme's word.
    public let facts: [FactName]

    public init(key: SettlementKey, reason: String, facts: [FactName]) {
        self.key = key.adjusted(nil)
        self.reason = reason
        self.facts = facts.sorted()
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(period: &fields)
        reason = try fields.string("reason", limit: 2000)
        facts = try fields.array("facts", limit: Self.mostFacts) { value, path throws(EntryProblem) in
            var fact = try FieldReader(value, path: path)
            let name = try FactName(fields: &fact)
            try fact.finish()
            return name
        }
        guard !facts.isEmpty, zip(facts, facts.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fields.invalid("facts")
        }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("reason", .string(reason)), ("facts", .array(facts.map { .members($0.fields) })),
        ]
    }
}
