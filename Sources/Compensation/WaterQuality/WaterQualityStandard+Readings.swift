extension WaterQualityStandard {
    /// The class of measured values; one below its detection limit counts as half the limit.
    public func classify(
        _ values: [IndicatorValue], bodyType: BodyType, items: IndicatorSet? = nil
    ) -> Classification? {
        classify(values.map { ($0.indicator, $0.value.inMeans) }, bodyType: bodyType, items: items)
    }

    /// The class of a month or a year, from its means before any rounding.
    public func classify(
        _ means: PeriodMeans, bodyType: BodyType, items: IndicatorSet? = nil
    ) -> Classification? {
        classify(means.means.map { ($0.indicator, $0.value) }, bodyType: bodyType, items: items)
    }
}
