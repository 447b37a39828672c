public import Compensation
public import TransparencyLog

/// One agreement and period: what each party and the centre have said, and what follows from it.
public struct SettlementCase: Sendable {
    public struct Position: Sendable {
        public let party: PartyCode
        public let proposal: EntryRecord<ProposalEntry>?
        public let acceptance: EntryRecord<AcceptanceEntry>?
    }

    public let terms: AgreementTerms
    public let key: SettlementKey
    /// What this node computes now, or why it cannot.
    public let own: Result<Computation, ComputationObstacle>
    /// One per party, sorted by code.
    public let positions: [Position]
    /// Objections to a proposal its author still stands by, while the objector still stands by something else.
    public let objections: [EntryRecord<ObjectionEntry>]
    /// The digest that every party has accepted and still stands by.
    public let agreedDigest: ContentDigest?
    public let verdict: EntryRecord<VerdictEntry>?
    /// Whether the centre's ledger has just the verified transfers.
    public let ledger: LedgerRegister.Standing
    public let state: SettlementState

    init(_ docket: Docket, terms: AgreementTerms, period: Period, viewer: PartyCode, periodEnded: Bool) {
        let key = SettlementKey(agreement: terms.entry.agreement, agreementDigest: terms.digest, period: period)
        let computer = SettlementComputer(docket)
        let register = docket.settlements
        let positions = terms.entry.parties.map { party in
            Position(
                party: party, proposal: register.proposal(of: party, for: key, in: terms.entry.channel),
                acceptance: register.acceptance(of: party, for: key, in: terms.entry.channel))
        }
        self.terms = terms
        self.key = key
        self.positions = positions
        own = computer.compute(terms, period, asSeenBy: viewer, cut: computer.cut(for: terms))
        objections = Self.standingObjections(positions, register)
        let agreedDigest = Self.agreedDigest(positions, register, terms)
        self.agreedDigest = agreedDigest
        let verified = register.verified(key).flatMap { Self.accepted($0, terms, register) }
        verdict = verified?.verdict ?? agreedDigest.flatMap { register.verdict(for: key, digest: $0) }
        ledger =
            verified.map {
                docket.ledger.standing(
                    of: key, digest: $0.verdict.body.settlementDigest, transfers: $0.transfers)
            } ?? .absent
        state = Self.state(
            positions, isAgreed: agreedDigest != nil, verdict: verdict, recorded: ledger == .recorded,
            computable: terms.inForce && periodEnded && (try? own.get()) != nil)
    }

    /// A verdict counts as verification only of what every party has accepted at the places it names:
    /// the centre cannot verify what nobody said.
    private static func accepted(
        _ verdict: EntryRecord<VerdictEntry>, _ terms: AgreementTerms, _ register: SettlementRegister
    ) -> (verdict: EntryRecord<VerdictEntry>, transfers: [TransferTerms])? {
        let digest = verdict.body.settlementDigest
        let acceptances = terms.entry.parties.compactMap { party in
            register.acceptances.first {
                $0.party == party && verdict.body.acceptances.contains($0.record.reference)
                    && $0.record.body.key == verdict.body.key && $0.record.body.settlementDigest == digest
            }
        }
        guard acceptances.count == terms.entry.parties.count, let first = acceptances.first,
            let proposal = register.proposal(at: first.record.body.proposal)
        else { return nil }
        return (verdict, proposal.record.body.transfers)
    }

    private static func agreedDigest(
        _ positions: [Position], _ register: SettlementRegister, _ terms: AgreementTerms
    ) -> ContentDigest? {
        guard let digest = positions.first?.acceptance?.body.settlementDigest else { return nil }
        let unanimous = positions.allSatisfy { position in
            guard let acceptance = position.acceptance, acceptance.body.settlementDigest == digest,
                let accepted = register.proposal(at: acceptance.body.proposal),
                accepted.party != position.party, terms.entry.parties.contains(accepted.party),
                accepted.record.reference.log.channel == terms.entry.channel,
                accepted.record.body.settlementDigest == digest,
                accepted.record.body.key == acceptance.body.key
            else { return false }
            return position.proposal.map { $0.body.settlementDigest == digest } ?? true
        }
        return unanimous ? digest : nil
    }

    private static func standingObjections(
        _ positions: [Position], _ register: SettlementRegister
    ) -> [EntryRecord<ObjectionEntry>] {
        positions.flatMap { author in
            positions.compactMap { objector -> EntryRecord<ObjectionEntry>? in
                guard let proposal = author.proposal, objector.party != author.party,
                    objector.proposal?.body.settlementDigest != proposal.body.settlementDigest
                else { return nil }
                return register.objection(of: objector.party, to: proposal.reference)
            }
        }
    }

    private static func state(
        _ positions: [Position], isAgreed: Bool, verdict: EntryRecord<VerdictEntry>?, recorded: Bool, computable: Bool
    ) -> SettlementState {
        if let verdict, verdict.body.conclusion == .verified { return recorded ? .recorded : .verified }
        let proposals = positions.compactMap(\.proposal)
        guard let first = proposals.first else { return computable ? .computable : .open }
        guard proposals.allSatisfy({ $0.body.settlementDigest == first.body.settlementDigest }) else {
            return .disputed
        }
        if verdict != nil { return .refused }
        return isAgreed ? .agreed : .proposed
    }
}
