public import Compensation
public import TransparencyLog

/// What parties and the centre have said about settlements, in order of place, and found by what it is about.
///
/// A party speaks about a settlement in the channel of its agreement. What it says where the other parties
/// cannot read it binds nobody: two nodes would see two cases.
public struct SettlementRegister: Sendable {
    public private(set) var proposals: [PartyRecord<ProposalEntry>] = []
    public private(set) var acceptances: [PartyRecord<AcceptanceEntry>] = []
    public private(set) var objections: [PartyRecord<ObjectionEntry>] = []
    /// The centre's only.
    public private(set) var verdicts: [EntryRecord<VerdictEntry>] = []

    private var proposalsByKey = Pigeonholes<SettlementKey, PartyRecord<ProposalEntry>>()
    private var proposalsByAgreement = Pigeonholes<ContentDigest, PartyRecord<ProposalEntry>>()
    private var proposalsByPlace = Pigeonholes<EntryReference, PartyRecord<ProposalEntry>>()
    private var acceptancesByKey = Pigeonholes<SettlementKey, PartyRecord<AcceptanceEntry>>()
    private var objectionsByProposal = Pigeonholes<EntryReference, PartyRecord<ObjectionEntry>>()
    private var verdictsByKey = Pigeonholes<SettlementKey, EntryRecord<VerdictEntry>>()
    private var verdictsByAgreement = Pigeonholes<ContentDigest, EntryRecord<VerdictEntry>>()

    public init() {}

    mutating func fold(_ record: EntryRecord<ProposalEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        proposals.place(said)
        proposalsByKey.place(said, under: record.body.key)
        proposalsByAgreement.place(said, under: record.body.key.agreementDigest)
        proposalsByPlace.place(said, under: record.reference)
    }
    mutating func fold(_ record: EntryRecord<AcceptanceEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        acceptances.place(said)
        acceptancesByKey.place(said, under: record.body.key)
    }
    mutating func fold(_ record: EntryRecord<ObjectionEntry>, by party: PartyCode) {
        let said = PartyRecord(party: party, record: record)
        objections.place(said)
        objectionsByProposal.place(said, under: record.body.proposal)
    }
    mutating func fold(_ record: EntryRecord<VerdictEntry>) {
        verdicts.place(record)
        verdictsByKey.place(record, under: record.body.key)
        verdictsByAgreement.place(record, under: record.body.key.agreementDigest)
    }

    /// Proposals under the terms of this digest, in order of place.
    public func proposals(under agreementDigest: ContentDigest) -> [PartyRecord<ProposalEntry>] {
        proposalsByAgreement[agreementDigest]
    }

    /// The party's latest proposal in the agreement's channel: the one it stands by.
    public func proposal(
        of party: PartyCode, for key: SettlementKey, in channel: ChannelName
    ) -> EntryRecord<ProposalEntry>? {
        proposalsByKey[key].last { $0.party == party && $0.reference.log.channel == channel }?.record
    }

    public func proposal(at reference: EntryReference) -> PartyRecord<ProposalEntry>? {
        proposalsByPlace[reference].first
    }

    /// What parties have accepted of this key, in order of place.
    public func acceptances(of key: SettlementKey) -> [PartyRecord<AcceptanceEntry>] { acceptancesByKey[key] }

    /// The party's latest acceptance in the agreement's channel.
    public func acceptance(
        of party: PartyCode, for key: SettlementKey, in channel: ChannelName
    ) -> EntryRecord<AcceptanceEntry>? {
        acceptancesByKey[key].last { $0.party == party && $0.reference.log.channel == channel }?.record
    }

    /// The latest objection of `party` to that very proposal, said where the proposal was said: in words of its
    /// operator, or found by its node. Neither takes the place of the other.
    public func objection(
        of party: PartyCode, to proposal: EntryReference, inWords: Bool
    ) -> EntryRecord<ObjectionEntry>? {
        objectionsByProposal[proposal].last {
            $0.party == party && $0.reference.log.channel == proposal.log.channel
                && ($0.record.body.difference.subject == .words) == inWords
        }?.record
    }

    /// The centre's words on settlements under the terms of this digest, in order of place.
    func verdicts(under agreementDigest: ContentDigest) -> [EntryRecord<VerdictEntry>] {
        verdictsByAgreement[agreementDigest]
    }

    /// The centre's latest refusal of that settlement digest.
    func refusal(of key: SettlementKey, digest: ContentDigest) -> EntryRecord<VerdictEntry>? {
        verdictsByKey[key].last { $0.body.settlementDigest == digest && $0.body.conclusion != .verified }
    }

    /// Whatever the centre has said of this key, in order of place.
    func verdicts(of key: SettlementKey) -> [EntryRecord<VerdictEntry>] { verdictsByKey[key] }
}
