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
    public let periodEnded: Bool
    /// What this node computes now, or why it cannot.
    public let own: Result<Computation, ComputationObstacle>
    /// One per party, sorted by code.
    public let positions: [Position]
    /// Objections to a proposal its author still stands by, while the objector still stands by something else.
    public let objections: [EntryRecord<ObjectionEntry>]
    /// The digest that every party has accepted and still stands by.
    public let agreedDigest: ContentDigest?
    /// What the centre says of it: the verdict by which it is verified, or the refusal of what is agreed.
    public let verdict: EntryRecord<VerdictEntry>?
    /// What the centre has verified, once it has.
    public let verified: VerifiedSettlement?
    /// Whether the centre's ledger has just the verified transfers.
    public let ledger: LedgerRegister.Standing
    /// At most `recorded`: what it is decided by. What is shown beyond that is `SettlementClearing`'s.
    public let state: SettlementState

    init(
        _ docket: Docket, _ computer: SettlementComputer, terms: AgreementTerms, period: Period,
        adjustment: Int? = nil, viewer: PartyCode, periodEnded: Bool
    ) {
        let key = terms.key(period).adjusted(adjustment)
        let register = docket.settlements
        let positions = terms.entry.parties.map { party in
            Position(
                party: party, proposal: register.proposal(of: party, for: key, in: terms.entry.channel),
                acceptance: register.acceptance(of: party, for: key, in: terms.entry.channel))
        }
        self.terms = terms
        self.key = key
        self.positions = positions
        self.periodEnded = periodEnded
        own = computer.compute(
            terms, period, adjustment: adjustment, asSeenBy: viewer, cut: computer.cut(for: terms))
        objections = Self.standingObjections(positions, register)
        let agreedDigest = Self.agreedDigest(positions, register, terms)
        self.agreedDigest = agreedDigest
        let verified = VerifiedSettlement(key, terms, register)
        self.verified = verified
        verdict = verified?.verdict ?? agreedDigest.flatMap { register.refusal(of: key, digest: $0) }
        ledger =
            verified.map {
                docket.ledger.standing(
                    of: key, digest: $0.digest, transfers: $0.transfers)
            } ?? .absent
        state = Self.state(
            positions, isAgreed: agreedDigest != nil,
            isContested: objections.contains { $0.body.difference.subject == .words },
            verdict: verdict, recorded: ledger == .recorded,
            computable: terms.inForce && periodEnded && (try? own.get()) != nil)
    }

    /// The digest of what stands: of what the centre has verified, before that of what this node computes now.
    public var standingDigest: ContentDigest? { verified?.digest ?? (try? own.get())?.digest }

    /// Whether there is anything to pay, or no telling; of an adjustment: whether anything differs from what is
    /// recorded.
    var amountsToSomething: Bool {
        switch own {
        case .success(let own): !own.transfers.isEmpty
        case .failure(let obstacle): !obstacle.isForNow
        }
    }

    private static func agreedDigest(
        _ positions: [Position], _ register: SettlementRegister, _ terms: AgreementTerms
    ) -> ContentDigest? {
        guard let digest = positions.first?.acceptance?.body.settlementDigest else { return nil }
        let unanimous = positions.allSatisfy { position in
            guard let acceptance = position.acceptance, acceptance.body.settlementDigest == digest,
                VerifiedSettlement.proposal(acceptance, of: position.party, terms, register) != nil
            else { return false }
            return position.proposal.map { $0.body.settlementDigest == digest } ?? true
        }
        return unanimous ? digest : nil
    }

    private static func standingObjections(
        _ positions: [Position], _ register: SettlementRegister
    ) -> [EntryRecord<ObjectionEntry>] {
        positions.flatMap { author in
            positions.flatMap { objector -> [EntryRecord<ObjectionEntry>] in
                guard let proposal = author.proposal, objector.party != author.party else { return [] }
                return [false, true].compactMap {
                    register.objection(of: objector.party, to: proposal.reference, inWords: $0)
                }.filter { stands($0, against: proposal, objector) }
            }
        }
    }

    /// What a computation found stands until both stand by the same; an operator's words until the objector accepts
    /// the result all the same.
    private static func stands(
        _ objection: EntryRecord<ObjectionEntry>, against proposal: EntryRecord<ProposalEntry>, _ objector: Position
    ) -> Bool {
        let digest = proposal.body.settlementDigest
        if objection.body.difference.subject == .words { return objector.acceptance?.body.settlementDigest != digest }
        return objector.proposal?.body.settlementDigest != digest
    }

    private static func state(
        _ positions: [Position], isAgreed: Bool, isContested: Bool, verdict: EntryRecord<VerdictEntry>?,
        recorded: Bool, computable: Bool
    ) -> SettlementState {
        if let verdict, verdict.body.conclusion == .verified { return recorded ? .recorded : .verified }
        let proposals = positions.compactMap(\.proposal)
        guard let first = proposals.first else { return computable ? .computable : .open }
        guard !isContested, proposals.allSatisfy({ $0.body.settlementDigest == first.body.settlementDigest }) else {
            return .disputed
        }
        if verdict != nil { return .refused }
        return isAgreed ? .agreed : .proposed
    }
}
