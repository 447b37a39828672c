public import Compensation
public import TransparencyLog

/// `readings` 监测数据: readings of one section from one source, in order of time.
public struct ReadingsEntry: EntryBody {
    static let kind = "readings"
    /// Rows in one entry, as far as `SignedEntry.largestSize` has room for them.
    public static let mostRows = 120

    public let section: SectionID
    /// Who measured, such as `cnemc-auto` (national automatic station).
    public let source: String
    /// Name and SHA-256 of the file the rows came from.
    public let file: String
    public let fileDigest: ContentDigest
    public let rows: [ReadingContent]

    public init(section: SectionID, source: String, file: String, fileDigest: ContentDigest, rows: [ReadingContent]) {
        self.section = section
        self.source = source
        self.file = file
        self.fileDigest = fileDigest
        self.rows = rows
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        section = try fields.parsed("section") { SectionID($0) }
        source = try fields.string("source", limit: 64)
        file = try fields.string("file")
        fileDigest = try fields.digest("file_digest")
        rows = try fields.array("rows", limit: Self.mostRows) { value, path throws(EntryProblem) in
            try ReadingContent(json: value, path: path)
        }
    }

    /// Bytes of the entry without its envelope.
    public var encodedSize: Int { CanonicalJSON.encode(.members(fields)).count }

    var fields: [(String, JSONValue?)] {
        [
            ("section", .string(section.text)), ("source", .string(source)), ("file", .string(file)),
            ("file_digest", .string(fileDigest.hex)), ("rows", .array(rows.map(\.json))),
        ]
    }
}
