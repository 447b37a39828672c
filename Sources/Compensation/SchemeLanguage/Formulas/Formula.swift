/// An expression after checking: names are resolved to places and every operation fits its types.
indirect enum Formula: Hashable, Sendable {
    /// A number in base units, with the unit it was written in.
    case quantity(Rational, Unit)
    case waterClass(WaterClass)
    /// The value of an earlier definition; the unit is the one to show it in.
    case value(Int, name: String, Unit)
    case mean(SectionID, [ReadingStatus])
    case classOf(Int, [Indicator], BodyType)
    case indicator(Indicator, of: Int)
    case missing(Int, name: String, Unit)
    case not(Formula)
    case negative(Formula)
    case binary(Operator, Formula, Formula)
    /// The step is in base units, with the unit it was written in.
    case round(Formula, step: Rational, Unit, RoundingRule)

    /// The rounding that the rule names, outermost first.
    var rounding: RoundingRule? {
        switch self {
        case .round(_, _, _, let rule): rule
        case .not(let inner), .negative(let inner): inner.rounding
        case .binary(_, let left, let right): left.rounding ?? right.rounding
        case .quantity, .waterClass, .value, .mean, .classOf, .indicator, .missing: nil
        }
    }
}
