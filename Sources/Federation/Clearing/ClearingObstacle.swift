public import Compensation

/// Why a year that has verified settlements cannot be cleared now.
public enum ClearingObstacle: Equatable, Sendable {
    /// A log of a party is not held here as far as the settlements of the year rest on it.
    case notHeld(String)
    /// A sum is beyond what an amount can be.
    case amountTooLarge

    /// As in JSON and documents.
    public var code: String {
        switch self {
        case .notHeld: "log-not-held"
        case .amountTooLarge: "amount-too-large"
        }
    }

    public var text: Bilingual {
        switch self {
        case .notHeld(let log):
            Bilingual(zh: "本节点未存有日志 \(log)，或存得不够", en: "the log \(log) is not held here, or not far enough")
        case .amountTooLarge: Bilingual(zh: "金额超出范围", en: "an amount is out of range")
        }
    }
}
