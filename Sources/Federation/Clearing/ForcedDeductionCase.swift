/// A forced deduction of the centre and whether it is what the agreement allows.
public struct ForcedDeductionCase: Sendable {
    public let record: EntryRecord<ForcedDeductionEntry>
    /// Of an overdue claim, not beyond what was unpaid of it then, with just the addition agreed.
    public let isValid: Bool
    /// Whether it is not, and a valid one of the same claim was said after it.
    public internal(set) var isPassedOver = false

    public var entry: ForcedDeductionEntry { record.body }

    func isFor(_ claim: Claim) -> Bool { claim.isFor(entry.clearing, entry.payer, entry.payee, entry.river) }
}
