import Compensation
import TransparencyLog

/// What is recorded of a period, and what an adjustment of it amounts to.
extension SettlementComputer {
    /// The payments of the period as they were computed for the verified settlement `preceding`, and the difference
    /// to `now`, payment by payment: amounts of one river are never set off against another's.
    func adjustment(
        of preceding: SettlementKey, _ terms: AgreementTerms, to now: Settlement
    ) throws(ComputationObstacle) -> Adjustment {
        let verified = try recorded(preceding, terms)
        let (recorded, _) = try settle(terms, preceding, ComputationBasis(verified.proposal))
        return try Adjustment(
            number: (preceding.adjustment ?? 0) + 1, precedingDigest: verified.digest, recorded: recorded.transfers,
            computed: now.transfers)
    }

    /// The cuts of the settlement and the adjustments on record before `key`, in their order.
    func recordedCuts(before key: SettlementKey, _ terms: AgreementTerms) throws(ComputationObstacle) -> [[CutLog]] {
        var cuts: [[CutLog]] = []
        var key = key
        while let preceding = key.preceding {
            cuts.insert(try recorded(preceding, terms).proposal.cut, at: 0)
            key = preceding
        }
        return cuts
    }

    /// What is recorded under `key`, all of whose cut is held.
    private func recorded(
        _ key: SettlementKey, _ terms: AgreementTerms
    ) throws(ComputationObstacle) -> VerifiedSettlement {
        guard let verified = VerifiedSettlement(key, terms, docket.settlements) else {
            throw .precedingNotRecorded(key)
        }
        for line in verified.proposal.cut where docket.head(of: line.log).map({ $0.size < line.size }) ?? true {
            throw .cutNotHeld(line)
        }
        return verified
    }
}
