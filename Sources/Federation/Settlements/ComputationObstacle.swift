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

    public var code: String {
        switch self {
        case .conflict: "reading-conflict"
        case .scheme(let obstacle): obstacle.code
        case .cutNotHeld: "cut-not-held"
        case .cutDiffers: "cut-differs"
        case .otherTerms: "other-terms"
        }
    }
}
