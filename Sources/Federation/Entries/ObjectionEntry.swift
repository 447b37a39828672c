public import TransparencyLog

/// `objection` 异议: this party's node computes otherwise; names the first difference.
public struct ObjectionEntry: EntryBody {
    static let kind = "objection"

    public let key: SettlementKey
    public let proposal: EntryReference
    /// Own result; absent when this node cannot compute the period at all.
    public let ownSettlementDigest: ContentDigest?
    public let difference: Difference

    public init(
        key: SettlementKey, proposal: EntryReference, ownSettlementDigest: ContentDigest?, difference: Difference
    ) {
        self.key = key
        self.proposal = proposal
        self.ownSettlementDigest = ownSettlementDigest
        self.difference = difference
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(fields: &fields)
        proposal = try fields.reference("proposal")
        switch fields.optional("own_settlement_digest") {
        case .none: ownSettlementDigest = nil
        case .string(let text)?:
            guard let digest = ContentDigest(hex: text) else { throw fields.invalid("own_settlement_digest") }
            ownSettlementDigest = digest
        default: throw fields.invalid("own_settlement_digest")
        }
        difference = try Difference(json: try fields.value("difference"), path: "difference")
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("proposal", proposal.json),
            ("own_settlement_digest", ownSettlementDigest.map { .string($0.hex) }),
            ("difference", difference.json),
        ]
    }
}
