import BigInt

/// The value of a formula.
extension Evaluator {
    mutating func value(of formula: Formula) throws(SettlementObstacle) -> Value {
        switch formula {
        case .quantity(let number, _): return .quantity(number)
        case .waterClass(let waterClass): return .waterClass(waterClass)
        case .boolean(let holds): return .boolean(holds)
        case .member(let member): return .member(member)
        case .time(let period): return .time(period)
        case .settledPeriod: return period.map(Value.time) ?? .missing
        case .local(let place, _): return locals[place]
        case .value(let reference): return try value(of: reference)
        case .statistic(let statistic): return try count(statistic)
        case .classOf(let reference, let items): return try classified(reference, items)
        case .item(let item, let reference):
            guard case .means(let means) = try value(of: reference) else { return .missing }
            let place = place(of: item)
            return means[place].map { .quantity($0 * scale(of: place)) } ?? .missing
        case .limit(let item, let waterClass, let section): return try limit(item, waterClass, section)
        case .missing(let reference): return .boolean(try value(of: reference).isMissing)
        case .not(let inner):
            guard case .boolean(let holds) = try value(of: inner) else { return .missing }
            return .boolean(!holds)
        case .negative(let inner):
            guard case .quantity(let number) = try value(of: inner) else { return .missing }
            return .quantity(-number)
        case .absolute(let inner):
            guard case .quantity(let number) = try value(of: inner) else { return .missing }
            return .quantity(number.isNegative ? -number : number)
        case .extreme(let isLargest, let items):
            var values: [Value] = []
            for item in items { values.append(try value(of: item)) }
            return values.contains(where: \.isMissing) ? .missing : Self.extreme(values, isLargest)
        case .binary(let sign, let left, let right): return try combined(sign, left, right)
        case .ifMissing(let first, let substitute):
            let known = try value(of: first)
            return known.isMissing ? try value(of: substitute) : known
        case .choice(let cases, let otherwise):
            for entry in cases {
                if try value(of: entry.condition).isTrue { return try value(of: entry.value) }
            }
            return try value(of: otherwise)
        case .within(let inner, let domain):
            let sought = try value(of: inner)
            return sought.isMissing ? .missing : .boolean(try members(of: domain).contains(sought))
        case .containing(let kind, let inner):
            guard case .time(let period) = try value(of: inner) else { return .missing }
            guard let whole = period.containing(kind) else { throw .timeOutOfRange(period.text) }
            return .time(whole)
        case .back(let inner, let count, let unit):
            guard case .time(let period) = try value(of: inner) else { return .missing }
            guard let earlier = period.shifted(by: -count, unit) else { throw .timeOutOfRange(period.text) }
            return .time(earlier)
        case .aggregate(let aggregate): return try self.aggregate(aggregate)
        case .apportion(let parts): return try apportion(parts)
        case .round(let inner, let step, _, let rule):
            guard case .quantity(let number) = try value(of: inner),
                let rounded = number.rounded(toMultipleOf: step, rule: rule)
            else { return .missing }
            return .quantity(try Self.limited(rounded))
        case .squareRoot(let inner, let step, let rule):
            guard case .quantity(let number) = try value(of: inner) else { return .missing }
            return .quantity(try Self.squareRoot(number, step, rule))
        }
    }

    private mutating func combined(
        _ sign: Operator, _ leftSide: Formula, _ rightSide: Formula
    ) throws(SettlementObstacle) -> Value {
        let left = try value(of: leftSide)
        switch sign {
        case .and where left.isFalse, .or where left.isTrue: return left
        case .and, .or:
            let right = try value(of: rightSide)
            if sign == .or ? right.isTrue : right.isFalse { return right }
            return left.isMissing ? .missing : right
        default: break
        }
        let right = try value(of: rightSide)
        if isTracing, !left.isMissing, !right.isMissing { try takeDown(sign, leftSide, rightSide) }
        switch (left, right) {
        case (.waterClass(let first), .waterClass(let second)):
            if sign == .minus { return .quantity(Rational(first.rawValue - second.rawValue)) }
            return .boolean(sign.holds(first, second))
        case (.quantity(let first), .quantity(let second)): return try Self.combined(sign, first, second)
        case (.time(let first), .time(let second)): return .boolean(sign.holds(first, second))
        case (.member(let first), .member(let second)):
            return .boolean((first == second) == (sign == .equal))
        default: return .missing
        }
    }

    private static func combined(
        _ sign: Operator, _ first: Rational, _ second: Rational
    ) throws(SettlementObstacle) -> Value {
        switch sign {
        case .plus: return .quantity(try limited(first + second))
        case .minus: return .quantity(try limited(first - second))
        case .times: return .quantity(try limited(first * second))
        case .dividedBy:
            guard let quotient = first / second else {
                throw SettlementObstacle(
                    "division-by-zero", zh: "除数为零，无法计算。请核对监测数据和方案。",
                    en: "A divisor is zero. Check the readings and the scheme.")
            }
            return .quantity(try limited(quotient))
        case .or, .and, .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return .boolean(sign.holds(first, second))
        }
    }

    /// The largest or smallest of values of one kind; missing where there are none.
    static func extreme(_ values: [Value], _ isLargest: Bool) -> Value {
        guard var best = values.first else { return .missing }
        for value in values.dropFirst() {
            let isBetter =
                switch (value, best) {
                case (.quantity(let new), .quantity(let old)): isLargest ? old < new : new < old
                case (.waterClass(let new), .waterClass(let old)): isLargest ? old < new : new < old
                default: false
                }
            if isBetter { best = value }
        }
        return best
    }

    static func limited(_ number: Rational) throws(SettlementObstacle) -> Rational {
        guard number.width <= SchemeLimits.numberBits else {
            throw SettlementObstacle(
                "number-too-large", zh: "计算中的数字过长。请检查方案中的连乘，或在中间写明修约。",
                en: "A number grew too long. Check repeated multiplication in the scheme, or round in between.")
        }
        return number
    }

    /// The root to the nearest multiple of the step, by comparing squares: nothing is approximated.
    private static func squareRoot(
        _ number: Rational, _ step: Rational, _ rule: RoundingRule
    ) throws(SettlementObstacle) -> Rational {
        guard !number.isNegative else {
            throw SettlementObstacle(
                "negative-root", zh: "负数没有平方根：\(number.text)。请核对数据和方案。",
                en: "A negative number, \(number.text), has no square root. Check the data and the scheme.")
        }
        guard let square = number / (step * step) else { return .zero }
        let floor = (square.numerator / square.denominator).squareRoot()
        let whole = Rational(floor)
        if whole * whole == square { return try limited(whole * step) }
        let middle = whole + Rational(5, decimals: 1)
        let goesUp =
            switch rule {
            case .down: false
            case .ceiling: true
            case .halfUp: middle * middle <= square
            case .halfEven:
                middle * middle < square || (middle * middle == square && !floor.isMultiple(of: 2))
            }
        return try limited((goesUp ? whole + .one : whole) * step)
    }
}
