public import Compensation

/// One agreement and year: what was cleared, and what the next clearing would be.
public struct ClearingCase: Sendable {
    public let terms: AgreementTerms
    public let year: Period
    /// What the centre has said, in order.
    public let records: [ClearingRecord]
    /// What would be cleared now, worked out here; nil where there is an obstacle.
    public let next: ClearingEntry?
    public let obstacle: ClearingObstacle?
    /// What is owed by the clearings that stand.
    public let claims: [Claim]
    /// Whether the year is over, or has nothing to settle under this text: it was replaced, or has ended.
    public let isOver: Bool

    /// Clearings that are not what follows, with none after them that is.
    public var wrong: [ClearingRecord] {
        records.filter { record in
            if case .differs = record.standing { !record.isPassedOver } else { false }
        }
    }

    /// Whether there is anything new to clear: settlements; advances that came to light after a clearing, or that
    /// nothing is left to be deducted from, which are given back; or a wrong word to be passed over.
    public var isDue: Bool {
        guard isOver, let next else { return false }
        return !next.settlements.isEmpty || (next.number > 1 || missing.isEmpty) && !next.advances.isEmpty
            || !wrong.isEmpty
    }

    /// Periods without a settlement that are this version's to settle: those of one that was replaced or has ended, or
    /// that are on record under the version before, are not waited for.
    public let missing: [Period]

    /// Whether nothing of the year is missing.
    public var isComplete: Bool { next != nil && missing.isEmpty }
}
