/// What a statistic of readings gives for one indicator: a mean, a sum, the largest or the smallest value.
struct IndicatorMean: Hashable, Sendable {
    let indicator: Indicator
    /// The place of the indicator among the members of the scheme.
    let place: Int
    let function: ReadingsFunction
    let belowLimit: BelowLimitRule
    /// In order of time, as reported.
    let values: [MeasuredValue]
    let sum: Rational
    /// In the unit of the indicator; nil where there is no value.
    let mean: Rational?

    init(
        _ indicator: Indicator, _ place: Int, _ values: [MeasuredValue], _ function: ReadingsFunction,
        _ belowLimit: BelowLimitRule
    ) {
        self.indicator = indicator
        self.place = place
        self.function = function
        self.belowLimit = belowLimit
        self.values = values
        let numbers = values.lazy.map { belowLimit.number($0) }
        sum = numbers.reduce(.zero, +)
        mean =
            switch function {
            case .mean: sum / Rational(values.count)
            case .sum: values.isEmpty ? nil : sum
            case .largest: numbers.max()
            case .smallest: numbers.min()
            case .count: nil
            }
    }

    /// `(2.79 + 2.42) / 2 = 5.21/2 = 2.605`.
    var arithmetic: String {
        guard let mean else { return "\(indicator.symbol): —" }
        let written = values.map(self.written)
        let isLong = written.count > Self.mostShown
        let shown = isLong ? Array(written.prefix(3)) + ["…"] + [written[written.count - 1]] : written
        let exact = mean.terminatingDecimals.map { $0 <= 8 } ?? false
        let result = exact ? "= \(mean.text)" : "≈ \(mean.rounded(decimals: 4, rule: .halfEven))"
        switch function {
        case .mean:
            return "\(indicator.symbol): (\(shown.joined(separator: " + "))) / \(values.count)"
                + " = \(sum.text)/\(values.count) \(result)"
        case .sum: return "\(indicator.symbol): \(shown.joined(separator: " + ")) \(result)"
        case .largest, .smallest, .count:
            return "\(indicator.symbol): \(function.rawValue)(\(shown.joined(separator: "; "))) \(result)"
        }
    }

    /// With the value that entered the computation where that is another than what was written.
    private func written(_ value: MeasuredValue) -> String {
        if value.isBelowLimit { return "\(belowLimit.number(value).text) [\(value.text)]" }
        return value.text.hasPrefix("-") ? "(\(value.text))" : value.text
    }

    /// More values than this are shortened; the inputs of the settlement list them all.
    private static let mostShown = 31
}
