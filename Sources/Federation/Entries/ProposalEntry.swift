public import TransparencyLog

/// `proposal` 提议: what this party's node computed, from which cut, by which scheme.
/// Anyone who holds the cut can replay it.
public struct ProposalEntry: EntryBody {
    static let kind = "proposal"

    public let key: SettlementKey
    /// Sorted by log; what the computation read.
    public let cut: [CutLog]
    /// Corrections inside the cut that were not used because this party has not endorsed them; sorted.
    public let correctionsNotApplied: [EntryReference]
    /// The approvals of the exemptions that were used; sorted. They stand in logs outside the cut.
    public let exemptionsApplied: [EntryReference]
    public let schemeDigest: ContentDigest
    public let settlementDigest: ContentDigest
    public let transfers: [TransferTerms]

    public init(
        key: SettlementKey, cut: [CutLog], correctionsNotApplied: [EntryReference],
        exemptionsApplied: [EntryReference] = [], schemeDigest: ContentDigest,
        settlementDigest: ContentDigest, transfers: [TransferTerms]
    ) {
        self.key = key
        self.cut = cut.sorted()
        self.correctionsNotApplied = correctionsNotApplied.sorted()
        self.exemptionsApplied = exemptionsApplied.sorted()
        self.schemeDigest = schemeDigest
        self.settlementDigest = settlementDigest
        self.transfers = transfers
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(fields: &fields)
        cut = try fields.array("cut", limit: 200) { value, path throws(EntryProblem) in
            try CutLog(json: value, path: path)
        }
        guard zip(cut, cut.dropFirst()).allSatisfy({ $0 < $1 }) else { throw fields.invalid("cut") }
        correctionsNotApplied = try fields.array("corrections_not_applied", limit: 500) {
            value, path throws(EntryProblem) in
            try EntryReference(json: value, path: path)
        }
        guard zip(correctionsNotApplied, correctionsNotApplied.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fields.invalid("corrections_not_applied")
        }
        exemptionsApplied = try fields.optionalPlaces("exemptions_applied", limit: 400)
        schemeDigest = try fields.digest("scheme_digest")
        settlementDigest = try fields.digest("settlement_digest")
        transfers = try fields.array("transfers", limit: 200) { value, path throws(EntryProblem) in
            try TransferTerms(json: value, path: path)
        }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("exemptions_applied", .places(exemptionsApplied)),
            ("cut", .array(cut.map(\.json))),
            ("corrections_not_applied", .array(correctionsNotApplied.map(\.json))),
            ("scheme_digest", .string(schemeDigest.hex)), ("settlement_digest", .string(settlementDigest.hex)),
            ("transfers", .array(transfers.map(\.json))),
        ]
    }
}
