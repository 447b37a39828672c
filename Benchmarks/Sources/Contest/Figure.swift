import Foundation

/// What one contestant came to.
public struct Figure {
    let name: String
    /// Per second on one core, the median of the rounds.
    public let rate: Double
    /// To the first contestant of the same rounds, the median.
    public let ratio: Double

    public init(name: String, rate: Double, ratio: Double) {
        self.name = name
        self.rate = rate
        self.ratio = ratio
    }

    public var line: String {
        let number = rate.formatted(.number.precision(.significantDigits(3)).locale(Locale(identifier: "en_US_POSIX")))
        let factor = String(format: "%.2f", ratio < 1 ? 1 / ratio : ratio)
        let comparison = ratio < 1 ? "\(factor) times slower" : "\(factor) times as fast"
        return
            "\(Self.padded(name, 30))\(String(repeating: " ", count: max(1, 14 - number.count)))\(number) /s  \(comparison)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
