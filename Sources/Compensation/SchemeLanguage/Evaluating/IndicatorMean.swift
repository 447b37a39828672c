/// The arithmetic mean of one indicator over the readings of a period.
struct IndicatorMean: Hashable, Sendable {
    let indicator: Indicator
    /// In order of time, as reported.
    let values: [MeasuredValue]
    let sum: Rational
    /// In the unit of the indicator; nil where there is no value.
    let mean: Rational?

    init(_ indicator: Indicator, _ values: [MeasuredValue]) {
        self.indicator = indicator
        self.values = values
        sum = values.reduce(.zero) { $0 + $1.inMeans }
        mean = sum / Rational(values.count)
    }

    /// The value in base units; nil where there is none.
    var inBaseUnits: Rational? {
        mean.map { $0 * indicator.schemeUnit.scale }
    }

    /// `(2.79 + 2.42) / 2 = 5.21/2 = 2.605`.
    var arithmetic: String {
        guard let mean else { return "\(indicator.symbol): —" }
        let written = values.map(Self.written)
        let isLong = written.count > Self.mostShown
        let shown = isLong ? Array(written.prefix(3)) + ["…"] + [written[written.count - 1]] : written
        let exact = mean.terminatingDecimals.map { $0 <= 8 } ?? false
        let result = exact ? "= \(mean.text)" : "≈ \(mean.rounded(decimals: 4, rule: .halfEven))"
        return "\(indicator.symbol): (\(shown.joined(separator: " + "))) / \(values.count)"
            + " = \(sum.text)/\(values.count) \(result)"
    }

    /// With the value that entered the sum where that is another than what was written.
    private static func written(_ value: MeasuredValue) -> String {
        if value.isBelowLimit { return "\(value.inMeans.text) [\(value.text)]" }
        return value.text.hasPrefix("-") ? "(\(value.text))" : value.text
    }

    /// More values than this are shortened; the inputs of the settlement list them all.
    private static let mostShown = 31
}
