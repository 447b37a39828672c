/// Types and units of expressions.
extension SchemeChecker {
    /// `mayBeMeans`: directly behind `let`, where a set of means may stand.
    mutating func check(
        _ expression: SyntaxExpression, mayBeMeans: Bool = false
    ) throws(Complaint) -> CheckedExpression {
        switch expression.form {
        case .number(let number, let unit):
            return constant(.quantity(number.rational * unit.scale, unit), .quantity(unit.dimension))
        case .waterClass(let waterClass): return constant(.waterClass(waterClass), .waterClass)
        case .boolean(let holds): return constant(.boolean(holds), .boolean)
        case .reference(let reference): return try value(reference)
        case .statistic(let statistic):
            guard mayBeMeans || statistic.function == .count else {
                throw Complaint(
                    "wrong-type", expression.position,
                    zh: "一组均值须先用 let 命名，再写 CODMn of 名称 等。",
                    en: "A set of means must first be named with let; then write CODMn of NAME and the like.")
            }
            return try self.statistic(statistic)
        case .classOf(let reference, let words): return try classOf(reference, words, at: expression.position)
        case .itemOf(let word, let reference): return try item(word, of: reference)
        case .limit(let word, let waterClass, let section): return try limit(word, waterClass, section)
        case .missing(let reference): return try missing(reference)
        case .not(let inner):
            let checked = try check(inner)
            try require(checked, .boolean, at: inner.start)
            return CheckedExpression(formula: .not(checked.formula), type: checked.type, traits: checked.traits)
        case .negative(let inner):
            let checked = try quantity(inner)
            return CheckedExpression(formula: .negative(checked.formula), type: checked.type, traits: checked.traits)
        case .absolute(let inner):
            let checked = try quantity(inner)
            return CheckedExpression(formula: .absolute(checked.formula), type: checked.type, traits: checked.traits)
        case .extreme(let isLargest, let items): return try extreme(isLargest, items)
        case .binary(let sign, let left, let right): return try binary(sign, left, right, at: expression.position)
        case .ifMissing(let value, let substitute): return try ifMissing(value, substitute)
        case .choice(let cases, let otherwise): return try choice(cases, otherwise)
        case .within(let inner, let list): return try within(inner, list)
        case .settledPeriod, .time, .containing, .back: return try time(expression)
        case .aggregate(let aggregate): return try self.aggregate(aggregate)
        case .apportion(let parts): return try apportion(parts)
        case .round(let inner, let step, let rule):
            let checked = try quantity(inner)
            let (size, unit) = try self.step(step, fitting: checked, at: inner.start)
            return CheckedExpression(
                formula: .round(checked.formula, step: size, unit, rule), type: checked.type, traits: checked.traits)
        case .squareRoot(let inner, let step, let rule):
            let checked = try quantity(inner)
            if !checked.type.isUnknown { try require(checked, .quantity(.number), at: inner.start) }
            let (size, _) = try self.step(step, fitting: checked, at: inner.start)
            return CheckedExpression(
                formula: .squareRoot(checked.formula, step: size, rule), type: checked.type, traits: checked.traits)
        }
    }

    private func constant(_ formula: Formula, _ type: ValueType) -> CheckedExpression {
        CheckedExpression(formula: formula, type: type, traits: .constant)
    }

    private mutating func quantity(_ expression: SyntaxExpression) throws(Complaint) -> CheckedExpression {
        let checked = try check(expression)
        _ = try dimension(checked, at: expression.start)
        return checked
    }

    private mutating func extreme(
        _ isLargest: Bool, _ items: [SyntaxExpression]
    ) throws(Complaint) -> CheckedExpression {
        var formulas: [Formula] = []
        var known = Traits.constant
        var type: ValueType?
        for item in items {
            let checked = try check(item)
            if checked.type != .waterClass { _ = try dimension(checked, at: item.start) }
            type = try joined(type, checked.type, at: item.start)
            known.join(checked.traits)
            formulas.append(checked.formula)
        }
        return CheckedExpression(
            formula: .extreme(isLargest: isLargest, formulas), type: type ?? .unknown, traits: known)
    }

    /// The type of alternatives; refuses what does not fit together.
    func joined(_ first: ValueType?, _ second: ValueType, at position: SourcePosition) throws(Complaint) -> ValueType {
        guard let first else { return second }
        if let type = first.joined(with: second) { return type }
        if case .quantity(let one) = first, case .quantity(let other) = second {
            throw unitMixing(one, other, at: position)
        }
        throw Complaint(
            "wrong-type", position,
            zh: "各情形的值须属同一类：此处是\(second.name(units).zh)，前面是\(first.name(units).zh)。",
            en:
                "The alternatives must be of one kind: here is \(second.name(units).en), before it \(first.name(units).en)."
        )
    }

    private mutating func ifMissing(
        _ value: SyntaxExpression, _ substitute: SyntaxExpression
    ) throws(Complaint) -> CheckedExpression {
        let first = try check(value)
        let second = try check(substitute)
        if first.type.isUnknown { return second }
        guard first.canBeMissing else {
            throw Complaint(
                "never-missing", value.start, zh: "此值不会缺失，无需 if-missing。请删去。",
                en: "This value can never be missing. Remove if-missing.")
        }
        var known = first.traits
        known.cause = nil
        known.join(second.traits)
        return CheckedExpression(
            formula: .ifMissing(first.formula, second.formula),
            type: try joined(first.type, second.type, at: substitute.start), traits: known)
    }

    private mutating func choice(
        _ cases: [SyntaxExpression.Case], _ otherwise: SyntaxExpression
    ) throws(Complaint) -> CheckedExpression {
        let outside = situation
        defer { restore(outside) }
        var checkedCases: [Formula.Case] = []
        var known = Traits.constant
        var type: ValueType?
        for entry in cases {
            let condition = try decision(entry.condition)
            known.join(condition.traits)
            let before = situation
            assume(condition.formula, holds: true)
            let value = try check(entry.value)
            restore(before)
            assume(condition.formula, holds: false)
            known.join(value.traits)
            type = try joined(type, value.type, at: entry.value.start)
            checkedCases.append(Formula.Case(condition: condition.formula, value: value.formula))
        }
        let last = try check(otherwise)
        known.join(last.traits)
        type = try joined(type, last.type, at: otherwise.start)
        return CheckedExpression(
            formula: .choice(checkedCases, otherwise: last.formula), type: type ?? .unknown, traits: known)
    }

    /// A condition that decides: never missing.
    mutating func decision(_ expression: SyntaxExpression) throws(Complaint) -> CheckedExpression {
        let checked = try check(expression)
        try require(checked, .boolean, at: expression.start)
        try requirePresence(checked)
        return checked
    }

    private mutating func within(_ inner: SyntaxExpression, _ list: SyntaxList) throws(Complaint) -> CheckedExpression {
        let checked = try check(inner)
        var (domain, type, known) = try domain(list)
        known.join(checked.traits)
        known.repeats(domain.bound)
        let fits =
            switch (checked.type, type) {
            case (.unknown, _): true
            case (.member(let sort, _), .member(let other, _)): sort == other
            case (.time(let kind, _), .time(let other, _)): kind == other
            default: false
            }
        guard fits else {
            throw Complaint(
                "wrong-type", inner.start,
                zh: "\(checked.type.name(units).zh)不可能在此列表中。",
                en: "\(checked.type.name(units).en) cannot be in this list.")
        }
        return CheckedExpression(formula: .within(checked.formula, domain), type: .boolean, traits: known)
    }

    /// The step of a rounding, in base units.
    mutating func step(
        _ step: SyntaxExpression, fitting checked: CheckedExpression, at position: SourcePosition
    ) throws(Complaint) -> (Rational, Unit) {
        let unit = try check(step)
        if let other = try dimension(unit, at: step.start), let dimension = try dimension(checked, at: position),
            other != dimension
        {
            throw unitMixing(dimension, other, at: step.start)
        }
        guard unit.traits.isConstant, case .quantity(let size) = try constantValue(unit.formula, at: step.start),
            size > .zero
        else {
            if unit.type.isUnknown { return (.one, .none) }
            throw Complaint(
                "rounding-step", step.start,
                zh: "修约间隔须是大于零的定值，如 0.01 元。",
                en: "The step of a rounding must be a constant above zero, such as 0.01 元.")
        }
        if case .quantity(_, let written) = unit.formula { return (size, written) }
        if case .quantity(let dimension) = unit.type { return (size, units.display(dimension)) }
        return (size, .none)
    }
}
