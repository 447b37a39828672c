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
        self.requirement = requirement
    }

    /// The best class whose limit is met; a value equal to a limit meets it.
    public func waterClass(of value: Rational) -> WaterClass {
        switch requirement {
        case .atMost(let limits):
            for place in limits.indices where !(limits[place] < value) {
                return WaterClass(rawValue: place + 1) ?? .worseThanV
            }
            return .worseThanV
        case .atLeast(let limits):
            for place in limits.indices where !(value < limits[place]) {
                return WaterClass(rawValue: place + 1) ?? .worseThanV
            }
            return .worseThanV
        case .within(let range):
            return range.contains(value) ? .i : .worseThanV
        }
    }

    /// The limit of a class; nil for 劣Ⅴ, which has none, and for an indicator that must lie in a range.
    public func limit(for waterClass: WaterClass) -> Rational? {
        switch requirement {
        case .atMost(let limits), .atLeast(let limits):
            waterClass == .worseThanV ? nil : limits[waterClass.rawValue - 1]
        case .within: nil
        }
    }
}
