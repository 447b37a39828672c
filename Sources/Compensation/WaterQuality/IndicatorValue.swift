/// One measured value, in the unit of its indicator.
public struct IndicatorValue: Hashable, Sendable {
    public let indicator: Indicator
    public let value: MeasuredValue

    public init(_ indicator: Indicator, _ value: MeasuredValue) {
        self.indicator = indicator
        self.value = value
    }
}
