public import Compensation
public import TransparencyLog

/// Why the unified accounting cannot be computed here. A verdict about what is held, not an error.
public enum BasinAccountObstacle: Error, Sendable {
    /// No log held here has a readable scheme of this digest.
    case schemeUnknown(ContentDigest)
    /// Records that contradict each other.
    case conflict(ReadingConflict)
    /// The scheme itself says so.
    case scheme(SettlementObstacle)
    /// A log is not held here, or not that far.
    case cutNotHeld(CutLog)
    /// A log had another history here.
    case cutDiffers(CutLog)
    /// More logs or more corrections that nobody endorsed concern it than an entry can name.
    case cutTooLong(logs: Int, corrections: Int)
    /// An amount does not fit.
    case tooLarge

    /// Whether this node lacks something, rather than the account being wrong.
    var isOurs: Bool {
        switch self {
        case .schemeUnknown, .cutNotHeld: true
        case .conflict, .scheme, .cutDiffers, .cutTooLong, .tooLarge: false
        }
    }

    /// Log text in English.
    public var detail: String {
        switch self {
        case .schemeUnknown(let digest): "scheme \(digest.hex)"
        case .conflict(let conflict): "reading-conflict \(conflict.section.text) \(conflict.time.text)"
        case .scheme(let obstacle): obstacle.code
        case .cutNotHeld(let cut): "\(cut.log.text) \(cut.size)"
        case .cutDiffers(let cut): "cut-differs \(cut.log.text) \(cut.size)"
        case .cutTooLong(let logs, let corrections):
            "cut \(logs) of at most \(BasinAccountEntry.mostLogs) logs, "
                + "\(corrections) of at most \(BasinAccountEntry.mostCorrections) corrections"
        case .tooLarge: "amount"
        }
    }
}
