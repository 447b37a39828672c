/// The limits of a water quality standard for rivers and for lakes.
public struct WaterQualityStandard: Hashable, Sendable {
    public let code: String
    /// Ordered by indicator code.
    private let river: [IndicatorLimits]
    private let lake: [IndicatorLimits]

    init(code: String, river: [IndicatorLimits], lake: [IndicatorLimits]) {
        self.code = code
        self.river = river.sorted { $0.indicator < $1.indicator }
        self.lake = lake.sorted { $0.indicator < $1.indicator }
    }

    public func limits(bodyType: BodyType) -> [IndicatorLimits] {
        switch bodyType {
        case .river: river
        case .lake: lake
        }
    }

    /// The class of values in the units of their indicators: the worst class of any item.
    ///
    /// Values must be as measured or computed, never rounded for display: published classes follow the raw
    /// values. A missing item does not stand in the way; items without limits here are left aside. Nil where
    /// no item has a limit.
    public func classify(
        _ values: [(indicator: Indicator, value: Rational)], bodyType: BodyType
    ) -> Classification? {
        var items: [Classification.Item] = []
        for limits in limits(bodyType: bodyType) {
            for entry in values where entry.indicator == limits.indicator {
                items.append(
                    Classification.Item(
                        indicator: entry.indicator, waterClass: limits.waterClass(of: entry.value)))
            }
        }
        guard let worst = items.map(\.waterClass).max() else { return nil }
        return Classification(waterClass: worst, items: items)
    }

    public func classify(_ values: [IndicatorValue], bodyType: BodyType) -> Classification? {
        classify(values.map { ($0.indicator, $0.value.rational) }, bodyType: bodyType)
    }
}
