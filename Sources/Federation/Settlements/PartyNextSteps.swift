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
            if policy.accepting(settlement.key.agreement) == .automatic, !hasObjected(in: settlement) {
                drafts += try acceptances(in: settlement)
            }
            return drafts
        }
    }

    /// A period without any reading is proposed only by an operator's word: as a rule the readings are merely
    /// still on their way, in another log than the proposal that made the period known.
    private func mayProposeUnasked(_ settlement: SettlementCase) -> Bool {
        // A party whose facts are missing here may have said what the others know: better silent than wrong.
        guard policy.proposing(settlement.key.agreement) == .automatic, case .success(let own) = settlement.own,
            settlement.terms.entry.parties.allSatisfy({ desk.docket.roster.member($0) != nil })
        else { return false }
        // A value that the scheme asks the parties for has still to be agreed on: only a person proposes without it.
        return own.missingFacts.isEmpty && (own.restsOnData || settlement.key.adjustment != nil)
    }

    /// Whether this party's operator stands against what another proposes.
    public func hasObjected(in settlement: SettlementCase) -> Bool {
        settlement.objections.contains { objection in
            objection.body.difference.subject == .words
                && desk.docket.roster.member(objection.reference.log.node)?.code == me
        }
    }

    /// A proposal of what this node computes, unless it already stands by just that.
    public func proposal(for settlement: SettlementCase) -> [Draft] {
        guard case .success(let own) = settlement.own,
            myProposal(in: settlement)?.body.settlementDigest != own.digest
        else { return [] }
        return [draft(settlement, .proposal(own.proposal))]
    }

    /// One acceptance for a proposal of another party that replays here to just what this node computes itself.
    /// A right digest over a cut that nobody holds, or beside other transfers, is not accepted: the centre
    /// could never verify it.
    public func acceptances(in settlement: SettlementCase) throws -> [Draft] {
        guard case .success(let own) = settlement.own, !hasAccepted(own, in: settlement),
            let theirs = try settlement.positions.first(where: { position in
                try position.party != me && position.proposal.map { try stands($0.body, own, settlement) } ?? false
            })?.proposal
        else { return [] }
        let acceptance = AcceptanceEntry(
            key: settlement.key, proposal: theirs.reference, settlementDigest: own.digest)
        return [draft(settlement, .acceptance(acceptance))]
    }

    /// Whether my acceptance of `own` still points at what its author stands by.
    public func hasAccepted(_ own: Computation, in settlement: SettlementCase) -> Bool {
        let acceptance = settlement.positions.first { $0.party == me }?.acceptance
        guard let acceptance, acceptance.body.settlementDigest == own.digest else { return false }
        return settlement.positions.contains { $0.proposal?.reference == acceptance.body.proposal }
    }

    private func stands(_ theirs: ProposalEntry, _ own: Computation, _ settlement: SettlementCase) throws -> Bool {
        guard theirs.settlementDigest == own.digest, theirs.transfers == own.transfers,
            case .success(let replayed) = try SettlementComputer(desk.docket)
                .replay(theirs, terms: settlement.terms, history: history)
        else { return false }
        return replayed.digest == own.digest
    }

    private func objections(in settlement: SettlementCase) throws -> [Draft] {
        try settlement.positions.compactMap { position -> Draft? in
            guard position.party != me, let theirs = position.proposal,
                let difference = try difference(to: theirs.body, in: settlement)
            else { return nil }
            let own = try? settlement.own.get()
            if let said = desk.docket.settlements.objection(of: me, to: theirs.reference, inWords: false),
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
        if let own = try? settlement.own.get(), try stands(theirs, own, settlement) { return nil }
        let computer = SettlementComputer(desk.docket)
        switch try computer.replay(theirs, terms: settlement.terms, history: history) {
        case .failure(let obstacle) where obstacle.isForNow: return nil
        case .failure(let obstacle):
            return Difference(
                subject: .notComputable, place: obstacle.code, own: "-", other: theirs.settlementDigest.hex)
        case .success(let replayed):
            guard replayed.digest == theirs.settlementDigest else {
                return Difference(
                    subject: .computation, place: "settlement_digest", own: replayed.digest.hex,
                    other: theirs.settlementDigest.hex)
            }
            guard replayed.transfers == theirs.transfers else {
                return Difference(
                    subject: .computation, place: "transfers", own: Comparison.describe(replayed.transfers),
                    other: Comparison.describe(theirs.transfers))
            }
            let mine = computer.compute(
                settlement.terms, settlement.key.period, adjustment: settlement.key.adjustment, asSeenBy: me,
                cut: theirs.cut, exemptions: theirs.exemptionsApplied)
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
