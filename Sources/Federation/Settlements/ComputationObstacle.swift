public import Compensation

/// Why a period cannot be computed now. A verdict about the data, not an error.
public enum ComputationObstacle: Error, Sendable {
    /// Records that contradict each other; see `ReadingConflict`.
    case conflict([ReadingConflict])
    /// The scheme itself says so.
    case scheme(SettlementObstacle)
    /// A proposal names a log state that is not held here, yet or at all.
    case cutNotHeld(CutLog)
    /// A proposal names a root that this log never had here: another history.
    case cutDiffers(CutLog)
    /// The proposal rests on another agreement or scheme, or on logs that are not of its parties or not open to them.
    case otherTerms
    /// A proposal uses an approval that is not held here yet.
    case exemptionNotHeld(EntryReference)
    /// A proposal uses an exemption that finance and environment have not both approved.
    case exemptionNotApproved(EntryReference)
    /// What an adjustment would adjust is not verified.
    case precedingNotRecorded(SettlementKey)
    /// The difference of what is recorded and what is computed is beyond what an amount can be.
    case amountTooLarge(String)

    public var code: String {
        switch self {
        case .conflict: "reading-conflict"
        case .scheme(let obstacle): obstacle.code
        case .cutNotHeld: "cut-not-held"
        case .cutDiffers: "cut-differs"
        case .otherTerms: "other-terms"
        case .exemptionNotHeld: "exemption-not-held"
        case .exemptionNotApproved: "exemption-not-approved"
        case .precedingNotRecorded: "preceding-not-recorded"
        case .amountTooLarge: "amount-too-large"
        }
    }

    /// Whether it may go away by itself when more of the logs has arrived.
    public var isForNow: Bool {
        switch self {
        case .cutNotHeld, .exemptionNotHeld, .precedingNotRecorded: true
        case .conflict, .scheme, .cutDiffers, .otherTerms, .exemptionNotApproved, .amountTooLarge: false
        }
    }
}
