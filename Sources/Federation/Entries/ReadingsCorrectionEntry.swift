public import Compensation

/// `readings-correction` 数据更正: new versions of recorded readings, with the reason. Nothing is overwritten:
/// old and new stay visible, and the other party's node uses the new version only after endorsing it.
public struct ReadingsCorrectionEntry: EntryBody {
    static let kind = "readings-correction"
    /// Rows in one entry, as far as `SignedEntry.largestSize` has room for them; each carries an old and a new
    /// version.
    public static let mostRows = 60

    public let section: SectionID
    public let source: String
    public let reason: String
    public let rows: [ReadingChange]

    public init(section: SectionID, source: String, reason: String, rows: [ReadingChange]) {
        self.section = section
        self.source = source
        self.reason = reason
        self.rows = rows
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        section = try fields.parsed("section") { SectionID($0) }
        source = try fields.string("source", limit: 64)
        reason = try fields.string("reason", limit: 2000)
        rows = try fields.array("rows", limit: Self.mostRows) { value, path throws(EntryProblem) in
            try ReadingChange(json: value, path: path)
        }
    }

    /// Bytes of the entry without its envelope.
    public var encodedSize: Int { CanonicalJSON.encode(.members(fields)).count }

    var fields: [(String, JSONValue?)] {
        [
            ("section", .string(section.text)), ("source", .string(source)), ("reason", .string(reason)),
            ("rows", .array(rows.map(\.json))),
        ]
    }
}
