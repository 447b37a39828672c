/// `facts-endorsement` 核定数据确认: this party states the values of another party's entry as its own.
public struct FactsEndorsementEntry: EntryBody {
    static let kind = "facts-endorsement"

    public let facts: EntryReference
    /// As in `facts`.
    public let seen: [EntryReference]

    public init(facts: EntryReference, seen: [EntryReference] = []) {
        self.facts = facts
        self.seen = seen.sorted()
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        facts = try fields.reference("facts")
        seen = try fields.optionalPlaces("seen")
    }

    var fields: [(String, JSONValue?)] { [("facts", facts.json), ("seen", .places(seen))] }
}
