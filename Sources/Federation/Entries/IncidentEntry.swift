public import Compensation

/// `incident` 突发事件通报: a member notices a sudden pollution event and tells the others (省际通报).
/// Said in `common`, where every member reads it; it binds nobody, what follows is the centre's ruling.
public struct IncidentEntry: EntryBody {
    static let kind = "incident"
    public static let longestDescription = 4000

    public let section: SectionID
    public let occurred: CivilTime
    /// What was seen, as people wrote it; at most 4000 bytes.
    public let description: String
    /// Parties that are or may be affected, sorted.
    public let affected: [PartyCode]

    public init(section: SectionID, occurred: CivilTime, description: String, affected: [PartyCode]) {
        self.section = section
        self.occurred = occurred
        self.description = description
        self.affected = affected.sorted()
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        section = try fields.parsed("section") { SectionID($0) }
        occurred = try fields.parsed("occurred") { CivilTime(text: $0) }
        description = try fields.string("description", limit: Self.longestDescription)
        affected = try fields.array("affected", limit: 40) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let code = PartyCode(text) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return code
        }
        guard zip(affected, affected.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fields.invalid("affected") }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("section", .string(section.text)), ("occurred", .string(occurred.text)),
            ("description", .string(description)), ("affected", .array(affected.map { .string($0.text) })),
        ]
    }
}
