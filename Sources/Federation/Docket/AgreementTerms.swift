public import Compensation
public import TransparencyLog

/// One version of an agreement with its scheme read, and what has been said about it.
public struct AgreementTerms: Sendable {
    public let entry: AgreementEntry
    public let digest: ContentDigest
    public let scheme: Scheme
    /// The scheme whose minimum standards bind the agreement; `nil` where none is named or it is not at hand.
    public let parent: Scheme?
    /// Parties that have put this text forward in the agreement's channel; sorted.
    public let draftedBy: [PartyCode]
    /// The first signature of each party over this digest in this agreement's channel; sorted by party.
    public let signatures: [PartyRecord<AgreementSignatureEntry>]
    /// What stands against the text; while there is anything, it does not count, whoever has signed.
    public internal(set) var problems: [AgreementProblem]
    /// The version in force that took this one's place, and the first period that is no longer this one's.
    public internal(set) var replaced: (by: ContentDigest, from: Period)?
    /// The versions in force before this one, the oldest first.
    public internal(set) var predecessors: [AgreementTerms] = []
    /// The parties' words about an early end, in order of place; see `AgreementEnds`.
    public let ends: [PartyRecord<AgreementEndEntry>]
    /// The early end that every party has agreed to, of several the earliest.
    public let agreedEnd: AgreementEndEntry?
    /// The first time that a party handed it to the centre.
    public let filing: PartyRecord<AgreementFilingEntry>?
    /// The centre's word that it is filed.
    public let filed: EntryRecord<AgreementFiledEntry>?

    /// Parties with a signature; sorted.
    public var signedBy: [PartyCode] { signatures.map(\.party) }
    public var isFullySigned: Bool { signedBy == entry.parties }

    /// 生效: every party has signed, and nothing stands against the text.
    public var inForce: Bool { isFullySigned && problems.isEmpty }

    /// When the last party signed; `nil` before that.
    public var signedAt: Timestamp? { isFullySigned ? signatures.map(\.record.at).max() : nil }

    /// The offer of an end that waits for `party`: the latest of another party that it has not agreed to.
    public func offeredEnd(to party: PartyCode) -> PartyRecord<AgreementEndEntry>? {
        guard agreedEnd == nil else { return nil }
        return ends.last { offer in
            offer.party != party
                && !ends.contains { $0.party == party && $0.record.body.saysTheSame(as: offer.record.body) }
        }
    }

    /// Whether a period lies in the agreement's validity.
    public func includes(_ period: Period) -> Bool { entry.includes(period, scheme) }

    /// Whether a period is settled under this version: in force, inside its validity, not after its end and not in
    /// the time of the version that replaced it.
    public func governs(_ period: Period) -> Bool {
        guard inForce, includes(period) else { return false }
        if let end = agreedEnd, end.lastPeriod.end < period.end { return false }
        return replaced.map { period.end <= $0.from.start } ?? true
    }

    /// What binds at a section; empty where every source counts.
    public func authority(at section: SectionID) -> [SourceAuthority] {
        entry.authority.filter { $0.section == section }
    }

    /// The key of the settlement of a period.
    public func key(_ period: Period) -> SettlementKey {
        SettlementKey(agreement: entry.agreement, agreementDigest: digest, period: period)
    }
}
