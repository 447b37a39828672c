/// What a value must meet to belong to each class, laid out for speed: one list of numbers and how to read it.
struct LimitScale: Hashable, Sendable {
    enum Direction: Hashable, Sendable {
        case atMost
        case atLeast
        case within
    }

    let direction: Direction
    /// The limits of Ⅰ…Ⅴ; of a range the lower and the upper end.
    let bounds: [Rational]

    init(_ requirement: IndicatorLimits.Requirement) {
        switch requirement {
        case .atMost(let limits): (direction, bounds) = (.atMost, limits)
        case .atLeast(let limits): (direction, bounds) = (.atLeast, limits)
        case .within(let range): (direction, bounds) = (.within, [range.lowerBound, range.upperBound])
        }
    }

    /// The best class whose limit is met; a value equal to a limit meets it.
    func waterClass(of value: Rational) -> WaterClass {
        switch direction {
        case .atMost:
            for place in bounds.indices where !(bounds[place] < value) { return Self.named(place) }
        case .atLeast:
            for place in bounds.indices where !(value < bounds[place]) { return Self.named(place) }
        case .within:
            if !(value < bounds[0]) && !(bounds[1] < value) { return .i }
        }
        return .worseThanV
    }

    private static func named(_ place: Int) -> WaterClass {
        WaterClass(rawValue: place + 1) ?? .worseThanV
    }
}
