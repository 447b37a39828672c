public import Compensation

/// One line of the ledger 台账 of a basin and year: an amount for one party, why, and where the centre said it.
public struct LedgerItem: Sendable {
    /// The raw value is the word in JSON.
    public enum Sort: String, CaseIterable, Sendable {
        case reward
        case deduction
        case levy
        case incident
        case award
        /// Awards outside the zero sum.
        case outside
        case account = "basin-account"
        /// What a forced deduction adds to the overdue amount; the amount itself is in the settlements' lines already.
        case surcharge
    }

    /// Whether the line counts, and if not, what takes it away.
    public enum Standing: Sendable, Equatable {
        case counts
        /// Counts, as the centre says; what it follows from is not held here.
        case unchecked
        /// Does not follow from what was said.
        case unfounded
        case cancelled(by: EntryReference)
        case replaced(by: EntryReference)
    }

    /// Empty where the centre named none.
    public let basin: String
    /// A calendar year.
    public let year: Period
    public let sort: Sort
    public let party: PartyCode
    /// Received positive, borne negative.
    public let amount: Fen
    /// The settlement, pair, incident or remark.
    public let subject: String
    public let place: EntryReference
    public let standing: Standing

    public var counts: Bool { standing == .counts || standing == .unchecked }
}
