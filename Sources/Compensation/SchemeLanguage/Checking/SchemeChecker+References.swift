/// Names with their arguments, and what is asked of sets of means.
extension SchemeChecker {
    mutating func value(_ reference: SyntaxReference) throws(Complaint) -> CheckedExpression {
        if let place = locals.lastIndex(where: { UTF8Order.areEqual($0.name, reference.name) }) {
            guard reference.arguments.isEmpty else { throw noArguments(reference) }
            return CheckedExpression(
                formula: .local(place, name: reference.name), type: locals[place].type, traits: .variable)
        }
        switch scope.find(reference.name)?.meaning {
        case .mistaken: return .unknown
        case .value(let index):
            if constants.rule(index).type == .means {
                throw Complaint(
                    "wrong-type", reference.position,
                    zh: "“\(reference.name)”是一组均值。请写明其中一项，如 CODMn of \(reference.name)。",
                    en: "\"\(reference.name)\" is a set of means. Name one of them, as in CODMn of \(reference.name).")
            }
            return try value(of: index, reference)
        case .payment, .list, .unit:
            throw Complaint(
                "wrong-type", reference.position,
                zh: "“\(reference.name)”是支付事项、列表或单位，不能参与运算。",
                en: "\"\(reference.name)\" is a payment, a list or a unit and cannot be computed with.")
        case .member, nil:
            guard let member = try member(reference.word) else { return .unknown }
            guard reference.arguments.isEmpty else { throw noArguments(reference) }
            return CheckedExpression(
                formula: .member(member), type: .member(member.sort, among: [member]), traits: .constant)
        }
    }

    private func noArguments(_ reference: SyntaxReference) -> Complaint {
        Complaint(
            "wrong-arguments", reference.position,
            zh: "“\(reference.name)”没有按成员分列，后面不能紧跟括号。",
            en: "\"\(reference.name)\" stands for nothing in particular: remove the brackets.")
    }

    /// The value of a rule for its arguments.
    private mutating func value(of index: Int, _ reference: SyntaxReference) throws(Complaint) -> CheckedExpression {
        guard let (found, known) = try resolve(index, reference) else { return .unknown }
        var traits = known
        if present.contains(found) { traits.cause = nil }
        return CheckedExpression(formula: .value(found), type: constants.rule(index).type, traits: traits)
    }

    /// A reference with checked arguments; nil where one was already reported as wrong.
    mutating func resolve(
        _ index: Int, _ reference: SyntaxReference
    ) throws(Complaint) -> (Formula.Reference, Traits)? {
        let rule = constants.rule(index)
        guard reference.arguments.count == rule.variables.count else {
            let example = rule.variables.map(\.name).joined(separator: ", ")
            throw Complaint(
                "wrong-arguments", reference.position,
                zh: "“\(rule.name)”应有 \(rule.variables.count) 个参数"
                    + (example.isEmpty ? "。" : "，写作 \(rule.name)(\(example))，名称与括号之间不留空格。"),
                en: "\"\(rule.name)\" takes \(rule.variables.count) arguments"
                    + (example.isEmpty ? "." : ", written \(rule.name)(\(example)) without a space before the bracket.")
            )
        }
        var known = traits[index]
        known.cost = 1
        if rule.variables.isEmpty { known.reach = 0 }
        if known.cause != nil { known.cause = Traits.MissingCause(position: reference.position, name: reference.name) }
        var formulas: [Formula] = []
        for (argument, variable) in zip(reference.arguments, rule.variables) {
            let checked = try check(argument)
            if checked.type.isUnknown { return nil }
            try requirePresence(checked)
            let hasValue = try fits(checked, variable, rule, at: argument.start)
            if !hasValue {
                known.cause = Traits.MissingCause(position: reference.position, name: reference.name)
            }
            if case .time(_, let reach) = checked.type, reach > .settled {
                known.cost = max(known.cost, traits[index].cost)
                known.looksBeyond = known.looksBeyond || !traits[index].isConstant
            }
            known.join(checked.traits)
            formulas.append(checked.formula)
        }
        return (Formula.Reference(rule: index, arguments: formulas), known)
    }

    /// Whether the rule has a value for every such argument; refuses what can never be one.
    private func fits(
        _ checked: CheckedExpression, _ variable: Variable, _ rule: Rule, at position: SourcePosition
    ) throws(Complaint) -> Bool {
        switch (checked.type, variable.domain) {
        case (.member(let sort, let possible), .members(let domain)):
            guard domain.first?.sort == sort, possible.allSatisfy(domain.contains) else {
                let stranger = possible.first { !domain.contains($0) }.map(members.name) ?? ""
                throw Complaint(
                    "not-in-list", position,
                    zh: "“\(rule.name)”没有“\(stranger)”这一项：它不在“\(variable.name)”的列表中。",
                    en:
                        "\"\(rule.name)\" has no value for \"\(stranger)\": it is not in the list of \"\(variable.name)\"."
                )
            }
            return true
        case (.time(let kind, let reach), let domain) where kind == domain.periodKind:
            guard case .table(_, let otherwise) = rule.content, otherwise == nil, case .range(let periods) = domain
            else {
                return true
            }
            if case .time(let period) = checked.formula { return periods.contains(period) }
            return reach < .anywhere && coversValidity(periods)
        default:
            throw Complaint(
                "wrong-type", position,
                zh: "“\(rule.name)”的参数“\(variable.name)”不能是\(checked.type.name(units).zh)。",
                en: "The argument \"\(variable.name)\" of \"\(rule.name)\" cannot be \(checked.type.name(units).en).")
        }
    }

    private func coversValidity(_ periods: [Period]) -> Bool {
        guard let validity, let first = periods.first, let last = periods.last else { return false }
        return first.start <= validity.from.start && validity.to.end <= last.end
    }

    mutating func missing(_ reference: SyntaxReference) throws(Complaint) -> CheckedExpression {
        let checked = try value(reference)
        guard case .value(let found) = checked.formula, !checked.type.isUnknown else {
            if checked.type.isUnknown { return .unknown }
            throw neverMissing(reference)
        }
        guard checked.canBeMissing else { throw neverMissing(reference) }
        var known = checked.traits
        known.cause = nil
        return CheckedExpression(formula: .missing(found), type: .boolean, traits: known)
    }

    private func neverMissing(_ reference: SyntaxReference) -> Complaint {
        Complaint(
            "never-missing", reference.position,
            zh: "“\(reference.name)”不会缺失，无需判断。请删去这一情形。",
            en: "\"\(reference.name)\" can never be missing. Remove this case.")
    }

    /// A set of means; nil where the name was already reported as wrong.
    mutating func means(
        _ reference: SyntaxReference, asking places: [Int], at position: SourcePosition
    ) throws(Complaint) -> (Formula.Reference, Traits)? {
        switch scope.find(reference.name)?.meaning {
        case .mistaken: return nil
        case nil: throw scope.unknown(reference.word)
        case .value(let index):
            let type = constants.rule(index).type
            if type.isUnknown { return nil }
            guard type == .means else { break }
            for place in places where !requested[index].contains(place) { requested[index].append(place) }
            guard let (found, traits) = try resolve(index, reference) else { return nil }
            var known = traits
            known.cause = Traits.MissingCause(position: position, name: nil)
            return (found, known)
        case .member, .list, .payment, .unit: break
        }
        throw Complaint(
            "wrong-type", reference.position,
            zh: "“\(reference.name)”不是一组均值。请先写 let … = mean of readings at … where status is normal。",
            en: "\"\(reference.name)\" is not a set of means."
                + " First write let … = mean of readings at … where status is normal.")
    }
}
