public import TransparencyLog

/// `verdict` 核验结论: the centre's recomputation of an agreed settlement and what came of it.
public struct VerdictEntry: EntryBody {
    static let kind = "verdict"

    /// The catalogue code of the conclusion.
    public enum Conclusion: String, Sendable, CaseIterable {
        /// Recomputed from the centre's mirrors: same digest, every party's acceptance found.
        case verified
        /// The recomputation of a signed cut gives another digest.
        case digestDiffers = "refused-digest-differs"
        /// The digest is right, but a proposal names other payments beside it.
        case transfersDiffer = "refused-transfers-differ"
        /// The cut names a log state that is not in the verified mirror.
        case cutUnknown = "refused-cut-unknown"
        /// A proposal rests on another scheme or agreement, or on logs that are not of its parties or not open to them.
        case otherTerms = "refused-other-terms"
        /// Nothing can be computed from the signed cut: its records contradict each other, or the scheme says so.
        case notComputable = "refused-not-computable"
        /// A correction was used that a party has neither recorded nor endorsed.
        case correctionNotEndorsed = "refused-correction-not-endorsed"
        /// An exemption was used that finance and environment have not both approved.
        case exemptionNotApproved = "refused-exemption-not-approved"
    }

    public let key: SettlementKey
    public let settlementDigest: ContentDigest
    /// The acceptances relied on, sorted.
    public let acceptances: [EntryReference]
    public let conclusion: Conclusion

    public init(
        key: SettlementKey, settlementDigest: ContentDigest, acceptances: [EntryReference], conclusion: Conclusion
    ) {
        self.key = key
        self.settlementDigest = settlementDigest
        self.acceptances = acceptances.sorted()
        self.conclusion = conclusion
    }

    init(fields: inout FieldReader) throws(EntryProblem) {
        key = try SettlementKey(fields: &fields)
        settlementDigest = try fields.digest("settlement_digest")
        acceptances = try fields.array("acceptances", limit: 40) { value, path throws(EntryProblem) in
            try EntryReference(json: value, path: path)
        }
        guard zip(acceptances, acceptances.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw fields.invalid("acceptances")
        }
        conclusion = try fields.parsed("conclusion") { Conclusion(rawValue: $0) }
    }

    var fields: [(String, JSONValue?)] {
        key.fields + [
            ("settlement_digest", .string(settlementDigest.hex)),
            ("acceptances", .array(acceptances.map(\.json))), ("conclusion", .string(conclusion.rawValue)),
        ]
    }
}
