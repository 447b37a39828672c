public import Compensation
import TransparencyLog

/// What a party should say next about its settlements. Saying it makes the step go away:
/// calling again after the entries are in the docket yields nothing.
public struct PartyNextSteps: Sendable {
    private let desk: SettlementDesk
    private let me: PartyCode
    private let policy: SettlementPolicy
    private let history: any LogHistory

    public init(_ desk: SettlementDesk, me: PartyCode, policy: SettlementPolicy, history: any LogHistory) {
        self.desk = desk
        self.me = me
        self.policy = policy
        self.history = history
    }

    public func due() throws -> [Draft] {
        try desk.cases.flatMap { settlement -> [Draft] in
            guard settlement.terms.entry.parties.contains(me), desk.hasEnded(settlement.key.period),
                settlement.state != .recorded, settlement.state != .verified
            else { return [] }
            var drafts = mayProposeUnasked(settlement) ? proposal(for: settlement) : []
            drafts += try objections(in: settlement)
            if policy.accepting == .automatic { drafts += acceptances(in: settlement) }
            return drafts
        }
    }

    /// A period without any reading is proposed only by an operator's word: as a rule the readings are merely
    /// still on their way, in another log than the proposal that made the period known.
    private func mayProposeUnasked(_ settlement: SettlementCase) -> Bool {
        guard policy.proposing == .automatic, case .success(let own) = settlement.own else { return false }
        return !own.settlement.inputs.isEmpty
    }

    /// A proposal of what this node computes, unless it already stands by just that.
    public func proposal(for settlement: SettlementCase) -> [Draft] {
        guard case .success(let own) = settlement.own,
            myProposal(in: settlement)?.body.settlementDigest != own.digest
        else { return [] }
        return [draft(settlement, .proposal(own.proposal))]
    }

    /// One acceptance for a proposal of another party with the digest this node computes itself.
    public func acceptances(in settlement: SettlementCase) -> [Draft] {
        guard case .success(let own) = settlement.own,
            let mine = settlement.positions.first(where: { $0.party == me }),
            mine.acceptance?.body.settlementDigest != own.digest,
            let theirs = settlement.positions.first(where: {
                $0.party != me && $0.proposal?.body.settlementDigest == own.digest
            })?.proposal
        else { return [] }
        let acceptance = AcceptanceEntry(
            key: settlement.key, proposal: theirs.reference, settlementDigest: own.digest)
        return [draft(settlement, .acceptance(acceptance))]
    }

    private func objections(in settlement: SettlementCase) throws -> [Draft] {
        try settlement.positions.compactMap { position -> Draft? in
            guard position.party != me, let theirs = position.proposal,
                let difference = try difference(to: theirs.body, in: settlement)
            else { return nil }
            let own = try? settlement.own.get()
            if let said = desk.docket.settlements.objection(of: me, to: theirs.reference),
                said.body.ownSettlementDigest == own?.digest
            {
                return nil
            }
            let objection = ObjectionEntry(
                key: settlement.key, proposal: theirs.reference, ownSettlementDigest: own?.digest,
                difference: difference)
            return draft(settlement, .objection(objection))
        }
    }

    /// The first difference that is theirs to answer. A proposal that is merely older than my data is not
    /// objected to: the same cut, seen with my endorsements, must give something else than they state.
    private func difference(to theirs: ProposalEntry, in settlement: SettlementCase) throws -> Difference? {
        if let own = try? settlement.own.get(), own.digest == theirs.settlementDigest { return nil }
        let computer = SettlementComputer(desk.docket)
        switch try computer.replay(theirs, terms: settlement.terms, history: history) {
        case .failure(.cutNotHeld): return nil
        case .failure(let obstacle):
            return Difference(
                subject: .notComputable, place: obstacle.code, own: "-", other: theirs.settlementDigest.hex)
        case .success(let replayed):
            guard replayed.digest == theirs.settlementDigest else {
                return Difference(
                    subject: .computation, place: "settlement_digest", own: replayed.digest.hex,
                    other: theirs.settlementDigest.hex)
            }
            let mine = computer.compute(
                settlement.terms, settlement.key.period, asSeenBy: me, cut: theirs.cut)
            guard case .success(let seen) = mine else { return nil }
            return Comparison.firstDifference(own: seen, other: replayed)
        }
    }

    private func myProposal(in settlement: SettlementCase) -> EntryRecord<ProposalEntry>? {
        settlement.positions.first { $0.party == me }?.proposal
    }

    private func draft(_ settlement: SettlementCase, _ entry: Entry) -> Draft {
        Draft(channel: settlement.terms.entry.channel, entry: entry)
    }
}
