public import Compensation

/// `section` 断面登记: a monitored cross-section and its names. A later entry for the same id replaces the earlier.
public struct SectionEntry: EntryBody {
    static let kind = "section"

    public let section: SectionID
    public let name: Bilingual
    /// Other names in use, such as a bracketed new name.
    public let aliases: [String]
    public let river: String
    public let basin: String
    public let bodyType: BodyType
    public let controlLevel: ControlLevel
    public let upstream: PartyCode
    public let downstream: PartyCode

    public init(
        section: SectionID, name: Bilingual, aliases: [String], river: String, basin: String, bodyType: BodyType,
        controlLevel: ControlLevel, upstream: PartyCode, downstream: PartyCode
    ) {
        self.section = section
        self.name = name
        self.aliases = aliases
        self.river = river
        self.basin = basin
        self.bodyType = bodyType
        self.controlLevel = controlLevel
        self.upstream = upstream
        self.downstream = downstream
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        section = try fields.parsed("section") { SectionID($0) }
        name = Bilingual(zh: try fields.string("name_zh"), en: try fields.string("name_en"))
        aliases = try fields.array("aliases", limit: 50) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, (1...256).contains(text.utf8.count) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return text
        }
        river = try fields.string("river")
        basin = try fields.string("basin")
        bodyType = try fields.parsed("body_type") { BodyType(rawValue: $0) }
        controlLevel = try fields.parsed("control_level") { ControlLevel(rawValue: $0) }
        upstream = try fields.parsed("upstream") { PartyCode($0) }
        downstream = try fields.parsed("downstream") { PartyCode($0) }
    }

    var fields: [(String, JSONValue?)] {
        [
            ("section", .string(section.text)), ("name_zh", .string(name(.zh))), ("name_en", .string(name(.en))),
            ("aliases", .array(aliases.map { .string($0) })), ("river", .string(river)), ("basin", .string(basin)),
            ("body_type", .string(bodyType.rawValue)), ("control_level", .string(controlLevel.rawValue)),
            ("upstream", .string(upstream.text)), ("downstream", .string(downstream.text)),
        ]
    }
}
