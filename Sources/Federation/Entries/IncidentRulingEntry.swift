public import Compensation

/// `incident-ruling` 事件裁定: what an incident costs one party. The centre's only; after 财资环〔2025〕49号 三(三) and the
/// veto (一票否决) of provincial schemes. The latest ruling on an incident and party counts.
public struct IncidentRulingEntry: EntryBody {
    static let kind = "incident-ruling"

    /// What a ruling cancels. The raw value is the word in files.
    public enum Cancelled: String, CaseIterable, Comparable, Sendable {
        /// Lines of the yearly award table in favour of the party.
        case awards
        /// Transfers of recorded settlements in favour of the party, in the ledger: its reward, and the payer's deduction
        /// with it. What the parties owe each other stays owed.
        case rewards

        public static func < (a: Cancelled, b: Cancelled) -> Bool { a.rawValue.precedesInBytes(b.rawValue) }
    }

    public let incident: EntryReference
    public let party: PartyCode
    public let basin: String
    /// A calendar year: whose rewards are cancelled, and whose ledger has the deduction.
    public let year: Period
    /// Sorted; may be empty.
    public let cancels: [Cancelled]
    /// Never negative.
    public let deduction: Fen
    public let reason: String

    public init(
        incident: EntryReference, party: PartyCode, basin: String, year: Period, cancels: [Cancelled], deduction: Fen,
        reason: String
    ) {
        self.incident = incident
        self.party = party
        self.basin = basin
        self.year = year
        self.cancels = cancels.sorted()
        self.deduction = deduction
        self.reason = reason
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        incident = try fields.reference("incident")
        party = try fields.parsed("party") { PartyCode($0) }
        basin = try fields.string("basin", limit: LedgerLine.longestBasin)
        year = try fields.period("year", .year)
        cancels = try fields.array("cancels", limit: 2) { value, path throws(EntryProblem) in
            guard case .string(let text) = value, let sort = Cancelled(rawValue: text) else {
                throw EntryProblem(.fieldInvalid, path)
            }
            return sort
        }
        guard zip(cancels, cancels.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fields.invalid("cancels") }
        let fen = try fields.integer("deduction_fen")
        guard fen >= 0 else { throw fields.invalid("deduction_fen") }
        deduction = Fen(fen)
        reason = try fields.string("reason", limit: IncidentEntry.longestDescription)
    }

    var fields: [(String, JSONValue?)] {
        [
            ("incident", incident.json), ("party", .string(party.text)), ("basin", .string(basin)),
            ("year", .string(year.text)), ("cancels", .array(cancels.map { .string($0.rawValue) })),
            ("deduction_fen", .integer(deduction.count)), ("reason", .string(reason)),
        ]
    }
}
