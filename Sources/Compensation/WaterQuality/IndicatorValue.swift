/// One measured value, in the unit of its indicator.
public struct IndicatorValue: Hashable, Sendable {
    public let indicator: Indicator
    public let value: ExactDecimal

    public init(_ indicator: Indicator, _ value: ExactDecimal) {
        self.indicator = indicator
        self.value = value
    }
}
