/// The limits of one indicator: what a value must meet to belong to each class.
public struct IndicatorLimits: Hashable, Sendable {
    public enum Requirement: Hashable, Sendable {
        /// At most the limit of the class; limits of Ⅰ…Ⅴ.
        case atMost([Rational])
        /// At least the limit of the class; limits of Ⅰ…Ⅴ.
        case atLeast([Rational])
        /// Inside the same range for every class.
        case within(ClosedRange<Rational>)
    }

    public let indicator: Indicator
    public let requirement: Requirement

    public init(indicator: Indicator, requirement: Requirement) {
        self.indicator = indicator
        self.requirement = requirement
    }

    /// The best class whose limit is met; a value equal to a limit meets it.
    public func waterClass(of value: Rational) -> WaterClass {
        switch requirement {
        case .atMost(let limits): Self.first(limits) { value <= $0 }
        case .atLeast(let limits): Self.first(limits) { value >= $0 }
        case .within(let range): range.contains(value) ? .i : .worseThanV
        }
    }

    private static func first(_ limits: [Rational], where isMet: (Rational) -> Bool) -> WaterClass {
        for (limit, waterClass) in zip(limits, WaterClass.allCases) where isMet(limit) {
            return waterClass
        }
        return .worseThanV
    }
}
