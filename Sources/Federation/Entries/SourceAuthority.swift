public import Compensation

/// Which source binds at a section 数据权威来源. Of several lines for one section the earlier goes before the later,
/// reading by reading; what other sources say is kept and does not count.
public struct SourceAuthority: Hashable, Sendable {
    public let section: SectionID
    /// As in `readings`, such as `cnemc-bulletin`.
    public let source: String
    /// Whether a reading counts only for who recorded it and who has endorsed it: jointly monitored data 联合监测.
    public let needsEndorsement: Bool

    public init(section: SectionID, source: String, needsEndorsement: Bool) {
        self.section = section
        self.source = source
        self.needsEndorsement = needsEndorsement
    }

    init(json: JSONValue, path: String) throws(EntryProblem) {
        var fields = try FieldReader(json, path: path)
        section = try fields.parsed("section") { SectionID($0) }
        source = try fields.string("source", limit: 64)
        needsEndorsement = try fields.flag("endorsed")
        try fields.finish()
    }

    var json: JSONValue {
        .members([
            ("section", .string(section.text)), ("source", .string(source)),
            ("endorsed", needsEndorsement ? .bool(true) : nil),
        ])
    }

    func isSamePlace(as other: SourceAuthority) -> Bool {
        section == other.section && source.sameBytes(as: other.source)
    }
}
