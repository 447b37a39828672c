import Compensation
public import TransparencyLog

/// Replays what every party has accepted, from the mirrors held here, and says what the centre has to conclude. The
/// centre's verdict is this; a party uses it to see whether the centre's verdict follows.
public struct SettlementExamination: Sendable {
    public struct Finding: Sendable {
        public let conclusion: VerdictEntry.Conclusion
        /// Of a verified settlement; otherwise empty.
        public let transfers: [TransferTerms]
    }

    private let docket: Docket
    private let history: any LogHistory

    public init(_ docket: Docket, history: any LogHistory) {
        self.docket = docket
        self.history = history
    }

    /// `nil` while a mirror is still behind any of the accepted proposals: what looks wrong then, such as a missing
    /// endorsement, may only not have arrived. Nor is anything concluded of what stands in a log that continues one of
    /// which nothing is held: a clearing could not rest on it (`AgreementCut`).
    public func finding(_ settlement: SettlementCase, _ digest: ContentDigest) throws -> Finding? {
        let acceptances = settlement.positions.compactMap(\.acceptance)
        let places = acceptances.flatMap { [$0.reference.log, $0.body.proposal.log] }
        guard places.allSatisfy({ docket.missingBefore($0) == nil }) else { return nil }
        let computer = SettlementComputer(docket)
        let accepted = acceptances.compactMap { docket.settlements.proposal(at: $0.body.proposal)?.record.body }
        let replays = try accepted.map { proposal in
            (proposal, try computer.replay(proposal, terms: settlement.terms, history: history))
        }
        for case (_, .failure(let obstacle)) in replays where obstacle.isForNow { return nil }
        var transfers: [TransferTerms] = []
        for (proposal, outcome) in replays {
            switch outcome {
            case .failure(let obstacle): return Finding(conclusion: Self.conclusion(obstacle), transfers: [])
            case .success(let replayed):
                guard replayed.digest == digest else { return Finding(conclusion: .digestDiffers, transfers: []) }
                guard replayed.transfers == proposal.transfers else {
                    return Finding(conclusion: .transfersDiffer, transfers: [])
                }
                guard allEndorsed(proposal, settlement) else {
                    return Finding(conclusion: .correctionNotEndorsed, transfers: [])
                }
                transfers = replayed.transfers
            }
        }
        return Finding(conclusion: .verified, transfers: transfers)
    }

    private static func conclusion(_ obstacle: ComputationObstacle) -> VerdictEntry.Conclusion {
        switch obstacle {
        case .cutDiffers, .cutNotHeld: .cutUnknown
        case .otherTerms: .otherTerms
        case .exemptionNotApproved, .exemptionNotHeld: .exemptionNotApproved
        case .conflict, .scheme, .precedingNotRecorded, .amountTooLarge: .notComputable
        }
    }

    private func allEndorsed(_ proposal: ProposalEntry, _ settlement: SettlementCase) -> Bool {
        let computer = SettlementComputer(docket)
        let (terms, period) = (settlement.terms, settlement.key.period)
        return computer.corrections(for: terms, period, cut: proposal.cut)
            .filter { !proposal.correctionsNotApplied.contains($0.record.reference) }
            .allSatisfy { correction in terms.entry.parties.allSatisfy(correction.counts(for:)) }
            && computer.jointReadings(for: terms, period, cut: proposal.cut)
                .filter { !proposal.correctionsNotApplied.contains($0.reference) }
                .allSatisfy { record in terms.entry.parties.allSatisfy(record.counts(for:)) }
    }
}
