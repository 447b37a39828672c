/// An expression after checking: names are resolved to places and every operation fits its types.
indirect enum Formula: Equatable, Sendable {
    struct Case: Equatable, Sendable {
        let condition: Formula
        let value: Formula
    }

    /// A rule that gives a value, for one member of each of its lists.
    struct Reference: Equatable, Sendable {
        let rule: Int
        let arguments: [Formula]
    }

    struct Statistic: Equatable, Sendable {
        let function: ReadingsFunction
        let section: Formula
        let time: Formula
        let statuses: [ReadingStatus]
        let belowLimit: BelowLimitRule
    }

    struct Aggregate: Equatable, Sendable {
        let function: AggregateFunction
        /// Nil for `count`.
        let body: Formula?
        let variables: [Variable]
        let condition: Formula?
        let skipsMissing: Bool
    }

    struct Apportionment: Equatable, Sendable {
        enum Remainder: Equatable, Sendable {
            case largest
            case member(Member)
        }

        let body: Formula
        let variable: Variable
        let member: Formula
        let step: Rational
        let unit: Unit
        let remainder: Remainder
    }

    /// An indicator, fixed or a variable.
    enum Item: Equatable, Sendable {
        case fixed(Int)
        case local(Int, name: String)
    }

    /// A number in base units, with the unit it was written in.
    case quantity(Rational, Unit)
    case waterClass(WaterClass)
    case boolean(Bool)
    case member(Member)
    case time(Period)
    case settledPeriod
    case local(Int, name: String)
    case value(Reference)
    case statistic(Statistic)
    case classOf(Reference, [Item])
    case item(Item, of: Reference)
    case limit(Item, of: Formula, at: Formula)
    case missing(Reference)
    case not(Formula)
    case negative(Formula)
    case absolute(Formula)
    case extreme(isLargest: Bool, [Formula])
    case binary(Operator, Formula, Formula)
    case ifMissing(Formula, Formula)
    case choice([Case], otherwise: Formula)
    case within(Formula, Domain)
    case containing(PeriodKind, Formula)
    case back(Formula, Int, PeriodKind)
    case aggregate(Aggregate)
    case apportion(Apportionment)
    /// The step is in base units, with the unit it was written in.
    case round(Formula, step: Rational, Unit, RoundingRule)
    case squareRoot(Formula, step: Rational, RoundingRule)

    /// The rounding that the rule names, outermost first.
    var rounding: RoundingRule? {
        switch self {
        case .round(_, _, _, let rule), .squareRoot(_, _, let rule): rule
        case .not(let inner), .negative(let inner), .absolute(let inner): inner.rounding
        case .binary(_, let left, let right), .ifMissing(let left, let right): left.rounding ?? right.rounding
        case .extreme(_, let items): items.lazy.compactMap(\.rounding).first
        case .choice(let cases, let otherwise): cases.lazy.compactMap(\.value.rounding).first ?? otherwise.rounding
        case .aggregate(let aggregate): aggregate.body?.rounding
        default: nil
        }
    }
}
