import BigInt

/// The arithmetic mean of one indicator over the readings of a period.
struct IndicatorMean: Hashable, Sendable {
    let indicator: Indicator
    /// In order of time, as reported.
    let values: [ExactDecimal]
    let sum: Rational
    /// In the unit of the indicator; nil where there is no value.
    let mean: Rational?

    /// Adds with one common denominator, so that there is one reduction instead of one per reading.
    init(_ indicator: Indicator, _ values: [ExactDecimal]) {
        self.indicator = indicator
        self.values = values
        let decimals = values.map(\.decimals).max() ?? 0
        var total = BigInt(0)
        for value in values {
            total += BigInt(value.mantissa) * BigInt(10).power(decimals - value.decimals)
        }
        let denominator = BigInt(10).power(decimals)
        sum = Rational(total, over: denominator) ?? .zero
        mean = Rational(total, over: denominator * BigInt(values.count))
    }

    /// The value in base units; nil where there is none.
    var inBaseUnits: Rational? {
        mean.map { $0 * indicator.schemeUnit.scale }
    }

    /// `(2.79 + 2.42) / 2 = 5.21/2 = 2.605`.
    var arithmetic: String {
        guard let mean else { return "\(indicator.symbol): —" }
        let written = values.map { $0.text.hasPrefix("-") ? "(\($0.text))" : $0.text }
        let isLong = written.count > Self.mostShown
        let shown = isLong ? Array(written.prefix(3)) + ["…"] + [written[written.count - 1]] : written
        let exact = mean.terminatingDecimals.map { $0 <= 8 } ?? false
        let result = exact ? "= \(mean.text)" : "≈ \(mean.rounded(decimals: 4, rule: .halfEven))"
        return "\(indicator.symbol): (\(shown.joined(separator: " + "))) / \(values.count)"
            + " = \(sum.text)/\(values.count) \(result)"
    }

    /// More values than this are shortened; the inputs of the settlement list them all.
    private static let mostShown = 31
}
