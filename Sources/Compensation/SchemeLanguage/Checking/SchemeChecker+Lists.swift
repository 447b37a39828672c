/// Variables, lists, periods and what is computed over them.
extension SchemeChecker {
    /// Makes variables known; whoever calls it forgets them again.
    mutating func bind(_ variables: [SyntaxVariable]) throws(Complaint) -> [Variable] {
        var bound: [Variable] = []
        for variable in variables { bound.append(try bind(variable)) }
        return bound
    }

    private mutating func bind(_ variable: SyntaxVariable) throws(Complaint) -> Variable {
        let name = variable.word.name
        let isTaken = scope.find(name) != nil || locals.contains { UTF8Order.areEqual($0.name, name) }
        guard !isTaken else {
            throw Complaint(
                "redefinition", variable.word.position,
                zh: "变量“\(name)”与已有的名称重复。请另取名称。", en: "The variable \"\(name)\" repeats a name. Choose another.")
        }
        let (domain, type, _) = try domain(variable.list)
        locals.append(Local(name: name, type: type))
        return Variable(name: name, place: locals.count - 1, domain: domain)
    }

    /// What a list is, and the type of its members.
    mutating func domain(_ list: SyntaxList) throws(Complaint) -> (Domain, ValueType, Traits) {
        switch list.form {
        case .name(let name):
            let word = SyntaxWord(name: name, position: list.position)
            switch scope.find(name)?.meaning {
            case .list(let members):
                let sort = members.first?.sort ?? .item
                return (.members(members), .member(sort, among: members), .constant)
            case .mistaken: return (.members([]), .unknown, .constant)
            case nil: throw scope.unknown(word)
            default:
                throw Complaint(
                    "not-a-list", list.position, zh: "“\(name)”不是列表。请先写 list \(name) … = …。",
                    en: "\"\(name)\" is not a list. First write list \(name) … = ….")
            }
        case .range(let first, let last):
            let periods = Self.periods(first, last)
            guard periods.count <= Self.mostInRange else {
                throw Complaint(
                    "too-many-periods", list.position, zh: "列表至多 \(Self.mostInRange) 期。",
                    en: "A list has at most \(Self.mostInRange) periods.")
            }
            let isValid = validity.map { $0.from.start <= first.start && last.end <= $0.to.end } ?? false
            return (.range(periods), .time(first.kind, isValid ? .valid : .anywhere), .constant)
        case .periods(let kind, let expression):
            let (checked, whole, reach) = try period(expression)
            guard let whole else { return (.members([]), .unknown, .variable) }
            guard kind == whole || whole.mostInYear < kind.mostInYear else {
                throw Complaint(
                    "not-whole-period", list.position,
                    zh: "\(whole.name.zh)不含完整的\(kind.name.zh)。", en: "A \(whole.name.en) has no whole \(kind.name.en).")
            }
            let isSettled = checked.formula == .settledPeriod
            return (
                .periods(kind, of: checked.formula, isClipped: isSettled),
                .time(kind, reach == .overlapping ? .anywhere : reach),
                checked.traits
            )
        case .before(let count, let kind, let expression):
            let (checked, own, _) = try period(expression)
            guard let own else { return (.members([]), .unknown, .variable) }
            guard kind == own else {
                throw Complaint(
                    "wrong-type", list.position,
                    zh: "\(own.name.zh)之前只能数\(own.name.zh)。请写 \(count) \(own.plural) before …。",
                    en: "Before a \(own.name.en) one counts \(own.plural): write \(count) \(own.plural) before ….")
            }
            return (.before(count, kind, checked.formula), .time(kind, .anywhere), checked.traits)
        }
    }

    private static let mostInRange = 1_000

    private static func periods(_ first: Period, _ last: Period) -> [Period] {
        var result = [first]
        while let end = result.last, end < last, result.count <= mostInRange, let next = end.shifted(by: 1, end.kind) {
            result.append(next)
        }
        return result
    }

    /// A period and its kind; nil where it was already reported as wrong.
    private mutating func period(
        _ expression: SyntaxExpression
    ) throws(Complaint) -> (CheckedExpression, PeriodKind?, PeriodReach) {
        let checked = try check(expression)
        if checked.type.isUnknown { return (checked, nil, .anywhere) }
        guard case .time(let kind, let reach) = checked.type else {
            throw wrongTime(checked, at: expression.start)
        }
        return (checked, kind, reach)
    }

    mutating func time(_ expression: SyntaxExpression) throws(Complaint) -> CheckedExpression {
        switch expression.form {
        case .settledPeriod:
            guard let periodKind else { return .unknown }
            return CheckedExpression(
                formula: .settledPeriod, type: .time(periodKind, .settled), traits: .variable)
        case .time(let period):
            return CheckedExpression(
                formula: .time(period), type: .time(period.kind, .anywhere), traits: .constant)
        case .containing(let kind, let inner):
            let (checked, own, reach) = try period(inner)
            guard let own else { return .unknown }
            guard kind == own || kind.mostInYear < own.mostInYear else {
                throw Complaint(
                    "not-whole-period", inner.start,
                    zh: "\(own.name.zh)不在某一\(kind.name.zh)之内。",
                    en: "A \(own.name.en) does not lie in a \(kind.name.en).")
            }
            return CheckedExpression(
                formula: .containing(kind, checked.formula),
                type: .time(kind, kind == own ? reach : max(reach, .overlapping)),
                traits: checked.traits)
        case .back(let inner, let count, let unit):
            let (checked, own, _) = try period(inner)
            guard let own else { return .unknown }
            guard own.accepts(shiftBy: count, unit) else {
                throw Complaint(
                    "bad-shift", expression.position,
                    zh: "\(own.name.zh)不能往前移 \(count) \(unit.name.zh)：不是整数期。",
                    en:
                        "A \(own.name.en) cannot go back by \(count) \(unit.plural): that is no whole number of periods."
                )
            }
            return CheckedExpression(
                formula: .back(checked.formula, count, unit), type: .time(own, .anywhere),
                traits: checked.traits)
        default: return .unknown
        }
    }

    mutating func aggregate(_ written: SyntaxAggregate) throws(Complaint) -> CheckedExpression {
        let outside = situation
        defer { restore(outside) }
        let variables = try bind(written.variables)
        var known = Traits.variable
        var condition: Formula?
        if let expression = written.condition {
            let checked = try decision(expression)
            assume(checked.formula, holds: true)
            known.join(checked.traits)
            condition = checked.formula
        }
        var type = ValueType.quantity(.number)
        var body: Formula?
        if let expression = written.body {
            let checked = try check(expression)
            type = try aggregateType(written.function, checked, at: expression.start)
            if written.skipsMissing, !checked.canBeMissing, !checked.type.isUnknown {
                throw Complaint(
                    "never-missing", expression.start, zh: "各项都不会缺失，无需 skip-missing。请删去。",
                    en: "No item can be missing. Remove skip-missing.")
            }
            known.join(checked.traits)
            body = checked.formula
            if [.mean, .largest, .smallest].contains(written.function), known.cause == nil,
                written.condition != nil || variables.contains(where: { !$0.domain.isNeverEmpty })
            {
                known.cause = Traits.MissingCause(position: expression.start, name: nil)
            }
        }
        for variable in variables { known.repeats(variable.domain.bound) }
        return CheckedExpression(
            formula: .aggregate(
                Formula.Aggregate(
                    function: written.function, body: body, variables: variables, condition: condition,
                    skipsMissing: written.skipsMissing)),
            type: type, traits: known)
    }

    private func aggregateType(
        _ function: AggregateFunction, _ checked: CheckedExpression, at position: SourcePosition
    ) throws(Complaint) -> ValueType {
        switch function {
        case .all, .any: try require(checked, .boolean, at: position)
        case .largest, .smallest:
            if checked.type != .waterClass { _ = try dimension(checked, at: position) }
        case .sum, .mean: _ = try dimension(checked, at: position)
        case .count: return .quantity(.number)
        }
        return checked.type
    }

    mutating func apportion(_ written: SyntaxApportionment) throws(Complaint) -> CheckedExpression {
        let member = try value(written.member)
        let outerLocals = locals
        defer { locals = outerLocals }
        let variable = try bind(written.variable)
        let body = try check(written.body)
        if member.type.isUnknown || body.type.isUnknown { return .unknown }
        guard case .members(let list) = variable.domain, case .member(_, let among) = member.type,
            among.allSatisfy(list.contains)
        else {
            throw Complaint(
                "not-in-list", written.member.position,
                zh: "“\(written.member.name)”不在分摊的列表中。",
                en: "\"\(written.member.name)\" is not in the list that is apportioned.")
        }
        try requirePresence(member)
        let (size, unit) = try step(written.step, fitting: body, at: written.body.start)
        var known = body.traits
        known.repeats(list.count)
        known.join(member.traits)
        return CheckedExpression(
            formula: .apportion(
                Formula.Apportionment(
                    body: body.formula, variable: variable, member: member.formula, step: size, unit: unit,
                    remainder: try remainder(written.remainder, list))),
            type: body.type, traits: known)
    }

    private func remainder(
        _ word: SyntaxWord, _ list: [Member]
    ) throws(Complaint) -> Formula.Apportionment.Remainder {
        switch word.name {
        case "largest": return .largest
        case "first": return .member(list[0])
        case "last": return .member(list[list.count - 1])
        default:
            guard let member = try member(word), list.contains(member) else {
                throw Complaint(
                    "not-in-list", word.position, zh: "“\(word.name)”不在分摊的列表中。请写 largest、first、last 或其中一个成员。",
                    en: "\"\(word.name)\" is not in the list. Write largest, first, last or one of its members.")
            }
            return .member(member)
        }
    }
}
