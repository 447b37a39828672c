/// Takes down what sets of means came to, the classes they got, and what the rules compare both with.
extension Evaluator {
    /// In the order of the steps.
    var sectionAssessments: [SectionAssessment] {
        program.rules.indices.flatMap { index -> [SectionAssessment] in
            guard case .means = program.rules[index].content else { return [] }
            return arguments(of: index).compactMap { assessments[AssessmentRecord.Key(rule: index, arguments: $0)] }
        }
    }

    /// A set of means that has just been computed; the locals are its arguments.
    mutating func takeDown(
        _ means: Means, _ statistic: Formula.Statistic, of index: Int, _ arguments: [Value]
    ) throws(SettlementObstacle) {
        guard case .member(let section) = try value(of: statistic.section),
            case .time(let period) = try value(of: statistic.time)
        else { return }
        assessments.add(
            SectionAssessment(
                step: instanceName(rule(index), arguments), section: program.members.sections[section.place].id,
                period: period, function: statistic.function,
                items: means.columns.map {
                    SectionAssessment.Item(indicator: $0.indicator, count: $0.values.count, value: $0.mean)
                }),
            of: AssessmentRecord.Key(rule: index, arguments: arguments))
    }

    /// The class of a set of means under the name of a rule that has just been computed; the locals are its arguments.
    mutating func takeDown(
        classOf reference: Formula.Reference, _ found: Value, as index: Int, _ arguments: [Value]
    ) throws(SettlementObstacle) {
        guard let key = try instance(of: reference) else { return }
        var waterClass: WaterClass?
        if case .waterClass(let known) = found { waterClass = known }
        let rule = rule(index)
        assessments.add(
            SectionAssessment.Grade(
                step: instanceName(rule, arguments), name: Bilingual(zh: rule.name, en: rule.label),
                waterClass: waterClass),
            to: key)
    }

    /// The class of one indicator of a set of means.
    mutating func takeDown(
        _ waterClass: WaterClass, ofIndicatorAt place: Int, in reference: Formula.Reference
    ) throws(SettlementObstacle) {
        guard let key = try instance(of: reference) else { return }
        assessments.classify(program.members.indicators[place].indicator, as: waterClass, in: key)
    }

    /// A comparison, a difference or a quotient: where one side is what readings came to, the other is what that is
    /// held against. Of a quotient only the divisor can be.
    mutating func takeDown(
        _ sign: Operator, _ left: Formula, _ right: Formula
    ) throws(SettlementObstacle) {
        switch sign {
        case .or, .and, .plus, .times: return
        case .dividedBy: _ = try hold(left, against: right, isQuotient: true)
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .minus:
            if try hold(left, against: right, isQuotient: false) { return }
            _ = try hold(right, against: left, isQuotient: false)
        }
    }

    /// Whether the one is what readings came to, and the other has a value to show beside it.
    private mutating func hold(
        _ formula: Formula, against other: Formula, isQuotient: Bool
    ) throws(SettlementObstacle) -> Bool {
        guard let (key, part) = try assessed(formula),
            let found = try standard(other, for: part, isQuotient: isQuotient)
        else { return false }
        assessments.hold(part, of: key, against: found)
        return true
    }

    /// What of which set of means a formula is; nil where it is anything more than that.
    private mutating func assessed(
        _ formula: Formula
    ) throws(SettlementObstacle) -> (AssessmentRecord.Key, AssessmentRecord.Part)? {
        switch formula {
        case .item(let item, of: let reference):
            guard let key = try instance(of: reference) else { return nil }
            return (key, .item(program.members.indicators[place(of: item)].indicator))
        case .value(let reference):
            guard case .definition(let inner) = rule(reference.rule).content,
                let named = try instance(of: reference)
            else { return nil }
            let outer = locals
            defer { locals = outer }
            locals = named.arguments
            guard case .classOf(let means, _) = inner else { return try assessed(inner) }
            guard let key = try instance(of: means) else { return nil }
            return (key, .grade(instanceName(rule(reference.rule), named.arguments)))
        default: return nil
        }
    }

    /// What a formula gives to be compared with; nil where it is neither named nor written out. A number written under
    /// a mean may be there to take its unit away, and a plain number to scale it: neither is shown.
    private mutating func standard(
        _ formula: Formula, for part: AssessmentRecord.Part, isQuotient: Bool
    ) throws(SettlementObstacle) -> SectionAssessment.Standard? {
        switch (formula, part) {
        case (.waterClass(let waterClass), .grade):
            return SectionAssessment.Standard(
                name: nil, step: nil, limitOf: nil, value: waterClass.symbol, display: waterClass.symbol)
        case (.quantity(let number, let unit), .item) where !isQuotient:
            return SectionAssessment.Standard(
                name: nil, step: nil, limitOf: nil, value: unit.text(number), display: unit.readableText(number))
        case (.limit(_, of: let quality, at: _), .item(let indicator)):
            guard case .waterClass(let waterClass) = try value(of: quality),
                case .quantity(let number) = try value(of: formula),
                let unit = indicator.schemeUnit(program.units)
            else { return nil }
            return SectionAssessment.Standard(
                name: nil, step: nil, limitOf: waterClass, value: unit.text(number),
                display: unit.readableText(number))
        case (.value(let reference), _):
            let rule = rule(reference.rule)
            if isQuotient, !isOfItsKind(rule.type, part) { return nil }
            guard let named = try instance(of: reference) else { return nil }
            let found = try value(of: formula)
            return SectionAssessment.Standard(
                name: Bilingual(zh: rule.name, en: rule.label), step: instanceName(rule, named.arguments),
                limitOf: nil, value: exact(found, rule.unit), display: readable(found, rule.unit))
        default: return nil
        }
    }

    /// Whether a divisor is measured in what the indicator is.
    private func isOfItsKind(_ type: ValueType, _ part: AssessmentRecord.Part) -> Bool {
        guard case .item(let indicator) = part, case .quantity(let dimension) = type, dimension != .number else {
            return false
        }
        return indicator.schemeUnit(program.units)?.dimension == dimension
    }

    /// A rule with the values of its arguments; nil where one is missing.
    private mutating func instance(
        of reference: Formula.Reference
    ) throws(SettlementObstacle) -> AssessmentRecord.Key? {
        var arguments: [Value] = []
        for argument in reference.arguments {
            let given = try value(of: argument)
            if given.isMissing { return nil }
            arguments.append(given)
        }
        return AssessmentRecord.Key(rule: reference.rule, arguments: arguments)
    }
}
