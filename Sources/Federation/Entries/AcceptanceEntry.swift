public import TransparencyLog

/// `acceptance` 认可: this party binds itself to a settlement that another party proposed and
/// that its own node computed to the same digest.
public struct AcceptanceEntry: EntryBody {
    static let kind = "acceptance"

    public let key: SettlementKey
    public let proposal: EntryReference
    public let settlementDigest: ContentDigest

    public init(key: SettlementKey, proposal: EntryReference, settlementDigest: ContentDigest) {
        self.key = key
        self.proposal = proposal
        self.settlementDigest = settlementDigest
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(fields: &fields)
        proposal = try fields.reference("proposal")
        settlementDigest = try fields.digest("settlement_digest")
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [("proposal", proposal.json), ("settlement_digest", .string(settlementDigest.hex))]
    }
}
