public import Compensation
public import TransparencyLog

/// What parties and the centre have said about settlements, in order of place.
///
/// A party speaks about a settlement in the channel of its agreement. What it says where the other parties
/// cannot read it binds nobody: two nodes would see two cases.
public struct SettlementRegister: Sendable {
    public private(set) var proposals: [PartyRecord<ProposalEntry>] = []
    public private(set) var acceptances: [PartyRecord<AcceptanceEntry>] = []
    public private(set) var objections: [PartyRecord<ObjectionEntry>] = []
    /// The centre's only.
    public private(set) var verdicts: [EntryRecord<VerdictEntry>] = []

    public init() {}

    mutating func fold(_ record: EntryRecord<ProposalEntry>, by party: PartyCode) {
        proposals.place(PartyRecord(party: party, record: record))
    }
    mutating func fold(_ record: EntryRecord<AcceptanceEntry>, by party: PartyCode) {
        acceptances.place(PartyRecord(party: party, record: record))
    }
    mutating func fold(_ record: EntryRecord<ObjectionEntry>, by party: PartyCode) {
        objections.place(PartyRecord(party: party, record: record))
    }
    mutating func fold(_ record: EntryRecord<VerdictEntry>) { verdicts.place(record) }

    /// The party's latest proposal in the agreement's channel: the one it stands by.
    public func proposal(
        of party: PartyCode, for key: SettlementKey, in channel: ChannelName
    ) -> EntryRecord<ProposalEntry>? {
        proposals.last {
            $0.party == party && $0.record.body.key == key && $0.record.reference.log.channel == channel
        }?.record
    }

    public func proposal(at reference: EntryReference) -> PartyRecord<ProposalEntry>? {
        proposals.first { $0.record.reference == reference }
    }

    /// The party's latest acceptance in the agreement's channel.
    public func acceptance(
        of party: PartyCode, for key: SettlementKey, in channel: ChannelName
    ) -> EntryRecord<AcceptanceEntry>? {
        acceptances.last {
            $0.party == party && $0.record.body.key == key && $0.record.reference.log.channel == channel
        }?.record
    }

    /// The latest objection of `party` to that very proposal, said where the proposal was said.
    public func objection(of party: PartyCode, to proposal: EntryReference) -> EntryRecord<ObjectionEntry>? {
        objections.last {
            $0.party == party && $0.record.body.proposal == proposal
                && $0.record.reference.log.channel == proposal.log.channel
        }?.record
    }

    /// The centre's latest word on that settlement digest.
    public func verdict(for key: SettlementKey, digest: ContentDigest) -> EntryRecord<VerdictEntry>? {
        verdicts.last { $0.body.key == key && $0.body.settlementDigest == digest }
    }

    /// The verified settlement of this key, if the centre has verified one.
    public func verified(_ key: SettlementKey) -> EntryRecord<VerdictEntry>? {
        verdicts.last { $0.body.key == key && $0.body.conclusion == .verified }
    }
}
