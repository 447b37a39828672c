import Compensation
import TransparencyLog

/// What the centre should say next: a verdict for every settlement that all parties have accepted, and the ledger
/// lines of a verified one. Verdict and lines are one batch; lines that are missing all the same are said later.
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
        let examination = SettlementExamination(desk.docket, history: history)
        return try desk.cases.flatMap { settlement -> [Draft] in
            if let verified = settlement.verified {
                return settlement.ledger == .absent ? ledger(settlement, verified.digest, verified.transfers) : []
            }
            guard desk.hasEnded(settlement.key.period),
                let digest = settlement.agreedDigest
            else { return [] }
            guard let finding = try examination.finding(settlement, digest) else { return [] }
            if settlement.verdict?.body.conclusion == finding.conclusion { return [] }
            let verdict = VerdictEntry(
                key: settlement.key, settlementDigest: digest,
                acceptances: settlement.positions.compactMap(\.acceptance?.reference), conclusion: finding.conclusion)
            return [Draft(channel: channel, entry: .verdict(verdict))]
                + ledger(settlement, digest, finding.transfers)
        }
    }

    private func ledger(_ settlement: SettlementCase, _ digest: ContentDigest, _ transfers: [TransferTerms]) -> [Draft]
    {
        let basin = desk.docket.basin(of: settlement.terms)
        return transfers.filter { $0.amount.count > 0 }.flatMap { transfer in
            func line(_ party: PartyCode) -> LedgerLine {
                LedgerLine(
                    key: settlement.key, settlementDigest: digest, party: party, amount: transfer.amount, basin: basin)
            }
            return [
                Draft(channel: channel, entry: .deduction(DeductionEntry(line: line(transfer.payer)))),
                Draft(channel: channel, entry: .reward(RewardEntry(line: line(transfer.payee)))),
            ]
        }
    }
}
