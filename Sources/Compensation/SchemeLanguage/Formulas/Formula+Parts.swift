/// What a formula is made of, for finding out what it rests on.
extension Formula {
    /// The formulas directly inside.
    var parts: [Formula] {
        switch self {
        case .quantity, .waterClass, .boolean, .member, .time, .settledPeriod, .local: []
        case .value(let reference), .classOf(let reference, _), .item(_, of: let reference), .missing(let reference):
            reference.arguments
        case .statistic(let statistic): [statistic.section, statistic.time]
        case .limit(_, of: let quality, at: let section): [quality, section]
        case .not(let inner), .negative(let inner), .absolute(let inner), .containing(_, let inner),
            .back(let inner, _, _), .round(let inner, step: _, _, _), .squareRoot(let inner, step: _, _):
            [inner]
        case .within(let inner, let domain): [inner] + domain.parts
        case .extreme(isLargest: _, let items): items
        case .binary(_, let left, let right), .ifMissing(let left, let right): [left, right]
        case .choice(let cases, let otherwise): cases.flatMap { [$0.condition, $0.value] } + [otherwise]
        case .aggregate(let aggregate):
            [aggregate.body, aggregate.condition].compactMap { $0 } + aggregate.variables.flatMap(\.domain.parts)
        case .apportion(let apportionment):
            [apportionment.body, apportionment.member] + apportionment.variable.domain.parts
        }
    }

    /// The rule whose value is asked for at this very place.
    var reference: Reference? {
        switch self {
        case .value(let reference), .classOf(let reference, _), .item(_, of: let reference), .missing(let reference):
            reference
        default: nil
        }
    }

    /// This formula and everything inside it, each once.
    var all: [Formula] { [self] + parts.flatMap(\.all) }
}

extension Domain {
    fileprivate var parts: [Formula] {
        switch self {
        case .members, .range: []
        case .periods(_, of: let formula, isClipped: _), .before(_, _, let formula): [formula]
        }
    }
}
