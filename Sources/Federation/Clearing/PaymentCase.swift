import Compensation

/// A payment as its payer said it, with the payee's receipt, and whether it counts.
public struct PaymentCase: Sendable {
    public enum Standing: Sendable, Equatable {
        /// Of a party to another, for what exists.
        case counts
        /// The clearing it names is not known here yet.
        case waits
        /// Another payment of this payer bears the number already, or is the one confirmed that this would replace.
        case repeatedNumber(EntryReference)
        /// Its payer has said another one in its place.
        case replaced(by: EntryReference)
        /// What it says it pays is not in any clearing that stands.
        case unknownClaim
    }

    public let record: EntryRecord<PaymentEntry>
    public let receipt: EntryRecord<PaymentReceivedEntry>?
    public internal(set) var standing: Standing
    /// Whether what it was for is owed all the same, in part at least: its payee has not confirmed it in time, or the
    /// day on which it is to be made has not come.
    public internal(set) var isOwedAgain = false

    init(record: EntryRecord<PaymentEntry>, receipt: EntryRecord<PaymentReceivedEntry>?, standing: Standing) {
        self.record = record
        self.receipt = receipt
        self.standing = standing
    }

    public var entry: PaymentEntry { record.body }
    /// Whether its payer has said another one in its place.
    public var isReplaced: Bool { if case .replaced = standing { true } else { false } }
    public var reference: EntryReference { record.reference }
}
