public import Compensation

/// One month that a pair without an agreement owes.
public struct LevyMonth: Sendable {
    public let rule: EntryRecord<LevyEntry>
    public let pair: LevyPair
    public let month: Period

    /// What the centre says to charge it.
    public var charge: LevyChargeEntry {
        LevyChargeEntry(levy: rule.reference, pair: pair, month: month, shares: rule.body.shares(of: pair))
    }
}
