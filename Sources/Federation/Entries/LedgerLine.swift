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

    public init(key: SettlementKey, settlementDigest: ContentDigest, party: PartyCode, amount: Fen) {
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
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("settlement_digest", .string(settlementDigest.hex)), ("party", .string(party.text)),
            ("amount_fen", .integer(amount.count)),
        ]
    }
}
