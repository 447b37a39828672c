/// The limits of a water quality standard for rivers and for lakes.
public struct WaterQualityStandard: Hashable, Sendable {
    public let code: String
    /// The items that make up a class where nothing else is asked for.
    public let evaluated: IndicatorSet
    private let river: LimitTable
    private let lake: LimitTable

    /// A standard that comes as data. Without `evaluated` every indicator with a limit takes part in the class.
    /// Of limits of the same indicator the first counts.
    public init(
        code: String, river: [IndicatorLimits], lake: [IndicatorLimits], evaluated: IndicatorSet? = nil
    ) {
        self.code = code
        self.river = LimitTable(river)
        self.lake = LimitTable(lake)
        self.evaluated = evaluated ?? IndicatorSet((river + lake).map(\.indicator).sorted())
    }

    /// Ordered by indicator code.
    public func limits(bodyType: BodyType) -> [IndicatorLimits] {
        table(bodyType).limits
    }

    /// Nil where the indicator has no limits for this type of water.
    public func limits(of indicator: Indicator, bodyType: BodyType) -> IndicatorLimits? {
        table(bodyType)[indicator]
    }

    /// The class of values in the units of their indicators: the worst class of any item.
    ///
    /// Values must be as measured or computed, never rounded for display: published classes follow the raw
    /// values. A missing item does not stand in the way; items outside `items` (as a rule `evaluated`) and items
    /// without limits are left aside. Nil where nothing is left.
    public func classify(
        _ values: [(indicator: Indicator, value: Rational)], bodyType: BodyType, items: IndicatorSet? = nil
    ) -> Classification? {
        let table = table(bodyType)
        let chosen = items ?? evaluated
        var classed: [Classification.Item] = []
        for (indicator, value) in values where chosen.contains(indicator) {
            guard let limits = table[indicator] else { continue }
            classed.append(Classification.Item(indicator: indicator, waterClass: limits.waterClass(of: value)))
        }
        guard let worst = classed.map(\.waterClass).max() else { return nil }
        return Classification(waterClass: worst, items: classed.sorted { $0.indicator < $1.indicator })
    }

    /// As `classify`, the class alone.
    public func waterClass(
        of values: [(indicator: Indicator, value: Rational)], bodyType: BodyType, items: IndicatorSet? = nil
    ) -> WaterClass? {
        let table = table(bodyType)
        let chosen = items ?? evaluated
        var worst: WaterClass?
        for (indicator, value) in values where chosen.contains(indicator) {
            guard let waterClass = table[indicator]?.waterClass(of: value) else { continue }
            worst = worst.map { max($0, waterClass) } ?? waterClass
        }
        return worst
    }

    private func table(_ bodyType: BodyType) -> LimitTable {
        switch bodyType {
        case .river: river
        case .lake: lake
        }
    }
}
