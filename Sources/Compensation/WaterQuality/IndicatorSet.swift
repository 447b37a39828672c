/// Indicators that are looked at together, in a given order; each once.
public struct IndicatorSet: Hashable, Sendable {
    public let indicators: [Indicator]
    /// One bit for each ranked indicator, so that asking costs nothing.
    private let ranks: UInt32

    /// What stands twice is kept where it stands first.
    public init(_ indicators: [Indicator]) {
        var kept: [Indicator] = []
        for indicator in indicators where !kept.contains(indicator) {
            kept.append(indicator)
        }
        self.indicators = kept
        ranks = kept.reduce(0) { $1.rank >= 0 ? $0 | 1 << UInt32($1.rank) : $0 }
    }

    public func contains(_ indicator: Indicator) -> Bool {
        indicator.rank >= 0 ? ranks >> UInt32(indicator.rank) & 1 == 1 : indicators.contains(indicator)
    }
}
