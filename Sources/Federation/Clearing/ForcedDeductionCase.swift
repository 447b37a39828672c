/// A forced deduction of the centre and whether it is what the agreement allows.
public struct ForcedDeductionCase: Sendable {
    public enum Standing: Sendable, Equatable {
        /// Of an overdue claim, not beyond what was unpaid of it by its cut, with just the addition agreed.
        case counts
        /// This node does not hold all that it rests on.
        case waits(String)
        /// Something else.
        case differs
    }

    public let record: EntryRecord<ForcedDeductionEntry>
    public let standing: Standing
    /// Whether it does not count, and a valid one of the same claim was said after it.
    public internal(set) var isPassedOver = false

    init(record: EntryRecord<ForcedDeductionEntry>, standing: Standing) {
        self.record = record
        self.standing = standing
    }

    public var entry: ForcedDeductionEntry { record.body }
    public var reference: EntryReference { record.reference }
    public var isValid: Bool { standing == .counts }

    func isFor(_ claim: Claim) -> Bool { claim.isFor(entry.clearing, entry.payer, entry.payee, entry.river) }
}
