public import Compensation
public import TransparencyLog

/// One line of the centre's ledger 台账: an amount for one party out of one verified settlement.
/// Per settlement, rewards and deductions sum to zero.
public struct LedgerLine: Sendable {
    public let key: SettlementKey
    public let settlementDigest: ContentDigest
    public let party: PartyCode
    /// Never negative; the entry's kind says the direction.
    public let amount: Fen
    /// The longest name of a basin, in bytes.
    public static let longestBasin = 64

    /// The basin whose ledger it stands in; `nil` where the centre knows none.
    public let basin: String?

    public init(
        key: SettlementKey, settlementDigest: ContentDigest, party: PartyCode, amount: Fen, basin: String? = nil
    ) {
        self.basin = basin
        self.key = key
        self.settlementDigest = settlementDigest
        self.party = party
        self.amount = amount
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(fields: &fields)
        settlementDigest = try fields.digest("settlement_digest")
        party = try fields.parsed("party") { PartyCode($0) }
        let fen = try fields.integer("amount_fen")
        guard fen >= 0 else { throw fields.invalid("amount_fen") }
        amount = Fen(fen)
        basin = try fields.optionalText("basin", limit: Self.longestBasin)
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("settlement_digest", .string(settlementDigest.hex)), ("party", .string(party.text)),
            ("amount_fen", .integer(amount.count)), ("basin", basin.map { .string($0) }),
        ]
    }
}
