/// `facts` 核定数据: values that a scheme asks for and that are no readings, such as volumes or classes of a bulletin,
/// as this party has them for one agreement and period. They count once every party has said the same or endorsed it.
public struct FactsEntry: EntryBody {
    static let kind = "facts"
    /// Values in one entry.
    public static let mostValues = 200

    /// Of the period itself, never of an adjustment.
    public let key: SettlementKey
    /// Where the values come from, such as a bulletin.
    public let source: String
    /// Sorted by name; no name twice.
    public let values: [StatedValue]
    /// What was held of the other parties' logs of the channel when it was said: the last entry of each, sorted.
    public let seen: [EntryReference]

    public init(key: SettlementKey, source: String, values: [StatedValue], seen: [EntryReference] = []) {
        self.key = key.adjusted(nil)
        self.source = source
        self.values = values.sorted { $0.name < $1.name }
        self.seen = seen.sorted()
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(period: &fields)
        source = try fields.string("source")
        values = try fields.array("values", limit: Self.mostValues) { value, path throws(EntryProblem) in
            try StatedValue(json: value, path: path)
        }
        guard !values.isEmpty, zip(values, values.dropFirst()).allSatisfy({ $0.name < $1.name }) else {
            throw fields.invalid("values")
        }
        seen = try fields.optionalPlaces("seen")
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("source", .string(source)), ("values", .array(values.map(\.json))), ("seen", .places(seen)),
        ]
    }
}
