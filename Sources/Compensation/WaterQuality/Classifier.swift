/// A standard prepared for values that always come in the same order, such as the columns of a table: classifies
/// without looking anything up and without allocating.
public struct Classifier: Hashable, Sendable {
    public let indicators: [Indicator]
    /// In the order of the indicators; nil where one has no limits.
    private let limits: [IndicatorLimits?]

    /// All indicators take part that have a limit for this type of water, total nitrogen of lakes included.
    public init(
        indicators: [Indicator], bodyType: BodyType, standard: WaterQualityStandard = .gb3838
    ) {
        self.indicators = indicators
        limits = indicators.map { standard.limits(of: $0, bodyType: bodyType) }
    }

    /// The worst class of values in the order of the indicators, nil for what was not measured; further values
    /// are left aside. Nil where none has a class.
    public func waterClass(of values: [Rational?]) -> WaterClass? {
        var worst: WaterClass?
        for place in 0..<min(values.count, limits.count) {
            guard let value = values[place], let found = limits[place]?.waterClass(of: value) else { continue }
            if let known = worst, known >= found { continue }
            worst = found
        }
        return worst
    }

    /// The class of one value; nil where its indicator has no limits or there is no such place.
    public func waterClass(of value: Rational, at place: Int) -> WaterClass? {
        limits.indices.contains(place) ? limits[place]?.waterClass(of: value) : nil
    }
}
