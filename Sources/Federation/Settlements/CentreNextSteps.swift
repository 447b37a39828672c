import Compensation
import TransparencyLog

/// What the centre should say next: a verdict for every settlement that all parties have accepted, and the ledger
/// lines of a verified one. Verdict and lines are one batch, so the ledger never lacks half a settlement.
public struct CentreNextSteps: Sendable {
    private let desk: SettlementDesk
    private let channel: ChannelName
    private let history: any LogHistory

    public init(_ desk: SettlementDesk, channel: ChannelName, history: any LogHistory) {
        self.desk = desk
        self.channel = channel
        self.history = history
    }

    public func due() throws -> [Draft] {
        try desk.cases.flatMap { settlement -> [Draft] in
            let register = desk.docket.settlements
            guard desk.hasEnded(settlement.key.period), register.verified(settlement.key) == nil,
                let digest = settlement.agreedDigest
            else { return [] }
            guard let finding = try examine(settlement, digest) else { return [] }
            if register.verdict(for: settlement.key, digest: digest)?.body.conclusion == finding.conclusion {
                return []
            }
            let verdict = VerdictEntry(
                key: settlement.key, settlementDigest: digest,
                acceptances: settlement.positions.compactMap(\.acceptance?.reference), conclusion: finding.conclusion)
            return [Draft(channel: channel, entry: .verdict(verdict))]
                + ledger(settlement.key, digest, finding.transfers)
        }
    }

    private struct Finding {
        let conclusion: VerdictEntry.Conclusion
        let transfers: [TransferTerms]
    }

    /// Replays every accepted proposal from the centre's own mirrors. `nil` while a mirror is still behind any of
    /// them: what looks wrong then, such as a missing endorsement, may only not have arrived.
    private func examine(_ settlement: SettlementCase, _ digest: ContentDigest) throws -> Finding? {
        let computer = SettlementComputer(desk.docket)
        let accepted = settlement.positions.compactMap(\.acceptance?.body.proposal)
            .compactMap { desk.docket.settlements.proposal(at: $0)?.record.body }
        let replays = try accepted.map { proposal in
            (proposal, try computer.replay(proposal, terms: settlement.terms, history: history))
        }
        for case (_, .failure(.cutNotHeld)) in replays { return nil }
        var transfers: [TransferTerms] = []
        for (proposal, outcome) in replays {
            switch outcome {
            case .failure(.cutDiffers): return Finding(conclusion: .cutUnknown, transfers: [])
            case .failure: return Finding(conclusion: .digestDiffers, transfers: [])
            case .success(let replayed):
                guard replayed.digest == digest, replayed.transfers == proposal.transfers else {
                    return Finding(conclusion: .digestDiffers, transfers: [])
                }
                guard allEndorsed(proposal, settlement) else {
                    return Finding(conclusion: .correctionNotEndorsed, transfers: [])
                }
                transfers = replayed.transfers
            }
        }
        return Finding(conclusion: .verified, transfers: transfers)
    }

    private func allEndorsed(_ proposal: ProposalEntry, _ settlement: SettlementCase) -> Bool {
        SettlementComputer(desk.docket)
            .corrections(for: settlement.terms, settlement.key.period, cut: proposal.cut)
            .filter { !proposal.correctionsNotApplied.contains($0.record.reference) }
            .allSatisfy { correction in settlement.terms.entry.parties.allSatisfy(correction.counts(for:)) }
    }

    private func ledger(_ key: SettlementKey, _ digest: ContentDigest, _ transfers: [TransferTerms]) -> [Draft] {
        transfers.filter { $0.amount.count > 0 }.flatMap { transfer in
            let deduction = LedgerLine(
                key: key, settlementDigest: digest, party: transfer.payer, amount: transfer.amount)
            let reward = LedgerLine(
                key: key, settlementDigest: digest, party: transfer.payee, amount: transfer.amount)
            return [
                Draft(channel: channel, entry: .deduction(DeductionEntry(line: deduction))),
                Draft(channel: channel, entry: .reward(RewardEntry(line: reward))),
            ]
        }
    }
}
