public import Compensation

/// `section` 断面登记: a monitored cross-section and its names. A later entry for the same id replaces the earlier.
public struct SectionEntry: EntryBody {
    static let kind = "section"

    public let section: SectionID
    public let name: Bilingual
    /// Other names in use, such as a bracketed new name.
    public let aliases: [String]
    public let river: String
    /// As long as a ledger takes it.
    public let basin: String
    public let bodyType: BodyType
    public let controlLevel: ControlLevel
    public let upstream: PartyCode
    public let downstream: PartyCode
    /// In order of time.
    public let targets: [SectionTarget]
    /// `nil` where it was not said: one-way.
    public let flow: FlowDirection?
    public let bank: RiverBank?
    /// Where the river is the border: the party on its right bank.
    public let rightBank: PartyCode?
    public let suspensions: [SectionSuspension]

    public init(
        section: SectionID, name: Bilingual, aliases: [String], river: String, basin: String, bodyType: BodyType,
        controlLevel: ControlLevel, upstream: PartyCode, downstream: PartyCode, targets: [SectionTarget] = [],
        flow: FlowDirection? = nil, bank: RiverBank? = nil, rightBank: PartyCode? = nil,
        suspensions: [SectionSuspension] = []
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
        self.targets = targets.sorted { $0.from < $1.from }
        self.flow = flow
        self.bank = bank
        self.rightBank = rightBank
        self.suspensions = suspensions
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
        basin = try fields.string("basin", limit: LedgerLine.longestBasin)
        bodyType = try fields.parsed("body_type") { BodyType(rawValue: $0) }
        controlLevel = try fields.parsed("control_level") { ControlLevel(rawValue: $0) }
        upstream = try fields.parsed("upstream") { PartyCode($0) }
        downstream = try fields.parsed("downstream") { PartyCode($0) }
        targets = try fields.optionalArray("targets", limit: 100) { value, path throws(EntryProblem) in
            try SectionTarget(json: value, path: path)
        }
        guard zip(targets, targets.dropFirst()).allSatisfy({ $0.from < $1.from }) else {
            throw fields.invalid("targets")
        }
        flow = try fields.optionalParsed("flow") { FlowDirection(rawValue: $0) }
        bank = try fields.optionalParsed("bank") { RiverBank(rawValue: $0) }
        rightBank = try fields.optionalParsed("right_bank") { PartyCode($0) }
        suspensions = try fields.optionalArray("suspensions", limit: 100) { value, path throws(EntryProblem) in
            try SectionSuspension(json: value, path: path)
        }
    }

    var fields: [(String, JSONValue?)] {
        func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }
        return [
            ("section", .string(section.text)), ("name_zh", .string(name(.zh))), ("name_en", .string(name(.en))),
            ("aliases", .array(aliases.map { .string($0) })), ("river", .string(river)), ("basin", .string(basin)),
            ("body_type", .string(bodyType.rawValue)), ("control_level", .string(controlLevel.rawValue)),
            ("upstream", .string(upstream.text)), ("downstream", .string(downstream.text)),
            ("targets", list(targets.map(\.json))), ("flow", flow.map { .string($0.rawValue) }),
            ("bank", bank.map { .string($0.rawValue) }), ("right_bank", rightBank.map { .string($0.text) }),
            ("suspensions", list(suspensions.map(\.json))),
        ]
    }

    /// The class to be reached at a time; `nil` where none is registered for it.
    public func target(at time: CivilTime) -> WaterClass? { targets.last { $0.from.start <= time }?.quality }

    /// Why the section is not assessed at a time; `nil` where it is.
    public func suspension(at time: CivilTime) -> SectionSuspension? { suspensions.first { $0.contains(time) } }
}
