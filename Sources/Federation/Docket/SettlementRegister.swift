public import Compensation
public import TransparencyLog

/// What parties and the centre have said about settlements.
public struct SettlementRegister: Sendable {
    public private(set) var proposals: [(party: PartyCode, record: EntryRecord<ProposalEntry>)] = []
    public private(set) var acceptances: [(party: PartyCode, record: EntryRecord<AcceptanceEntry>)] = []
    public private(set) var objections: [(party: PartyCode, record: EntryRecord<ObjectionEntry>)] = []
    /// The centre's only.
    public private(set) var verdicts: [EntryRecord<VerdictEntry>] = []

    public init() {}

    mutating func fold(_ record: EntryRecord<ProposalEntry>, by party: PartyCode) { proposals.append((party, record)) }
    mutating func fold(_ record: EntryRecord<AcceptanceEntry>, by party: PartyCode) {
        acceptances.append((party, record))
    }
    mutating func fold(_ record: EntryRecord<ObjectionEntry>, by party: PartyCode) {
        objections.append((party, record))
    }
    mutating func fold(_ record: EntryRecord<VerdictEntry>) { verdicts.place(record) }

    /// The party's latest proposal: the one it stands by.
    public func proposal(of party: PartyCode, for key: SettlementKey) -> EntryRecord<ProposalEntry>? {
        proposals.filter { $0.party == party && $0.record.body.key == key }.map(\.record)
            .max { $0.reference < $1.reference }
    }

    public func proposal(at reference: EntryReference) -> (party: PartyCode, record: EntryRecord<ProposalEntry>)? {
        proposals.first { $0.record.reference == reference }
    }

    /// The party's latest acceptance.
    public func acceptance(of party: PartyCode, for key: SettlementKey) -> EntryRecord<AcceptanceEntry>? {
        acceptances.filter { $0.party == party && $0.record.body.key == key }.map(\.record)
            .max { $0.reference < $1.reference }
    }

    /// The latest objection of `party` to that very proposal.
    public func objection(of party: PartyCode, to proposal: EntryReference) -> EntryRecord<ObjectionEntry>? {
        objections.filter { $0.party == party && $0.record.body.proposal == proposal }.map(\.record)
            .max { $0.reference < $1.reference }
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
