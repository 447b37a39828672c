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
    let scale: LimitScale

    /// Limits that come as data. Nil unless there are five, none of them stricter than that of a better class.
    public init?(indicator: Indicator, requirement: Requirement) {
        switch requirement {
        case .atMost(let limits):
            guard limits.count == 5, zip(limits, limits.dropFirst()).allSatisfy(<=) else { return nil }
        case .atLeast(let limits):
            guard limits.count == 5, zip(limits, limits.dropFirst()).allSatisfy(>=) else { return nil }
        case .within: break
        }
        self.init(indicator, requirement)
    }

    /// The limits are known to be in order.
    init(_ indicator: Indicator, _ requirement: Requirement) {
        self.indicator = indicator
        scale = LimitScale(requirement)
    }

    public var requirement: Requirement {
        switch scale.direction {
        case .atMost: .atMost(scale.bounds)
        case .atLeast: .atLeast(scale.bounds)
        case .within: .within(scale.bounds[0]...scale.bounds[1])
        }
    }

    /// The best class whose limit is met; a value equal to a limit meets it.
    public func waterClass(of value: Rational) -> WaterClass {
        scale.waterClass(of: value)
    }

    /// The limit of a class; nil for 劣Ⅴ, which has none, and for an indicator that must lie in a range.
    public func limit(for waterClass: WaterClass) -> Rational? {
        guard scale.direction != .within, waterClass != .worseThanV else { return nil }
        return scale.bounds[waterClass.rawValue - 1]
    }
}
