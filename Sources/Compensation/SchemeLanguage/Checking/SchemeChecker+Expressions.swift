/// Types and units of expressions.
extension SchemeChecker {
    mutating func check(_ expression: SyntaxExpression) throws(Complaint) -> CheckedExpression {
        switch expression.form {
        case .number(let number, let unit):
            return constant(.quantity(number.rational * unit.scale, unit), .quantity(unit.dimension))
        case .waterClass(let waterClass):
            return constant(.waterClass(waterClass), .waterClass)
        case .name(let name):
            return try value(SyntaxExpression.Reference(name: name, position: expression.position))
        case .mean(let section, let statuses):
            return try mean(section, statuses)
        case .classOf(let reference, let indicators):
            return try classOf(reference, indicators)
        case .indicatorOf(let indicator, let reference):
            guard let (index, _) = try means(reference, asking: [indicator]) else { return .unknown }
            return CheckedExpression(
                formula: .indicator(indicator, of: index),
                type: ValueType(kind: .quantity(indicator.schemeUnit.dimension), canBeMissing: true),
                isConstant: false)
        case .missing(let reference):
            return try missing(reference)
        case .not(let inner):
            let checked = try check(inner)
            try require(checked, .boolean, at: inner.start)
            return CheckedExpression(formula: .not(checked.formula), type: checked.type, isConstant: checked.isConstant)
        case .negative(let inner):
            let checked = try check(inner)
            _ = try dimension(checked, at: inner.start)
            return CheckedExpression(
                formula: .negative(checked.formula), type: checked.type, isConstant: checked.isConstant)
        case .binary(let sign, let left, let right):
            return try binary(sign, left, right, at: expression.position)
        case .round(let inner, let step, let rule):
            return try round(inner, step, rule)
        }
    }

    /// The value of a formula that does not depend on data.
    func constantValue(_ formula: Formula, at position: SourcePosition) throws(Complaint) -> Value {
        do throws(SettlementObstacle) {
            return try constants.value(of: formula)
        } catch {
            throw Complaint(error.code, position, zh: error.message.zh, en: error.message.en)
        }
    }

    private func constant(_ formula: Formula, _ kind: ValueType.Kind) -> CheckedExpression {
        CheckedExpression(formula: formula, type: ValueType(kind: kind), isConstant: true)
    }

    private func value(_ reference: SyntaxExpression.Reference) throws(Complaint) -> CheckedExpression {
        guard let definition = scope.find(reference.name) else { throw scope.unknown(reference) }
        switch definition.meaning {
        case .mistaken: return .unknown
        case .value(let index, let type, let isConstant):
            if case .means = type.kind {
                throw Complaint(
                    "wrong-type", reference.position,
                    zh: "“\(reference.name)”是一组均值。请写明其中一项，如 CODMn of \(reference.name)。",
                    en: "\"\(reference.name)\" is a set of means. Name one of them, as in CODMn of \(reference.name).")
            }
            return CheckedExpression(
                formula: .value(index, name: reference.name, type.displayUnit), type: type,
                isConstant: isConstant)
        case .party, .section, .payment:
            throw Complaint(
                "wrong-type", reference.position,
                zh: "“\(reference.name)”是缔约方、断面或支付事项，不能参与运算。",
                en: "\"\(reference.name)\" is a party, a section or a payment and cannot be computed with.")
        }
    }

    private func mean(
        _ reference: SyntaxExpression.Reference, _ statuses: [ReadingStatus]
    ) throws(Complaint) -> CheckedExpression {
        guard let definition = scope.find(reference.name) else { throw scope.unknown(reference) }
        switch definition.meaning {
        case .section(let id, let bodyType):
            return CheckedExpression(
                formula: .mean(id, statuses), type: ValueType(kind: .means(bodyType)), isConstant: false)
        case .mistaken: return .unknown
        case .party, .value, .payment:
            throw Complaint(
                "not-a-section", reference.position,
                zh: "“\(reference.name)”不是断面。请写以 section 定义的名称。",
                en: "\"\(reference.name)\" is not a section. Write a name defined with section.")
        }
    }

    /// The place of a set of means and its body type; nil where the name was already reported as wrong.
    private mutating func means(
        _ reference: SyntaxExpression.Reference, asking indicators: [Indicator]
    ) throws(Complaint) -> (index: Int, bodyType: BodyType)? {
        guard let definition = scope.find(reference.name) else { throw scope.unknown(reference) }
        switch definition.meaning {
        case .mistaken: return nil
        case .value(let index, let type, _):
            if case .unknown = type.kind { return nil }
            guard case .means(let bodyType) = type.kind else { break }
            for indicator in indicators where !requested[index].contains(indicator) {
                requested[index].append(indicator)
            }
            return (index, bodyType)
        case .party, .section, .payment: break
        }
        throw Complaint(
            "wrong-type", reference.position,
            zh: "“\(reference.name)”不是一组均值。请先写 let … = mean of readings at … where status is normal。",
            en: "\"\(reference.name)\" is not a set of means."
                + " First write let … = mean of readings at … where status is normal.")
    }

    private mutating func classOf(
        _ reference: SyntaxExpression.Reference, _ indicators: [Indicator]
    ) throws(Complaint) -> CheckedExpression {
        for (index, indicator) in indicators.enumerated() where indicators[..<index].contains(indicator) {
            throw Complaint(
                "repeated-indicator", reference.position,
                zh: "指标 \(indicator.symbol) 写了两次。请删去一个。",
                en: "The indicator \(indicator.symbol) stands twice. Remove one.")
        }
        guard let (index, bodyType) = try means(reference, asking: indicators) else { return .unknown }
        return CheckedExpression(
            formula: .classOf(index, indicators.sorted(), bodyType),
            type: ValueType(kind: .waterClass, canBeMissing: true), isConstant: false)
    }

    private func missing(_ reference: SyntaxExpression.Reference) throws(Complaint) -> CheckedExpression {
        let checked = try value(reference)
        guard case .value(let index, let name, let unit) = checked.formula else { return .unknown }
        if case .unknown = checked.type.kind { return .unknown }
        guard checked.type.canBeMissing else {
            throw Complaint(
                "never-missing", reference.position,
                zh: "“\(name)”不会缺失，无需判断。请删去这一情形。",
                en: "\"\(name)\" can never be missing. Remove this case.")
        }
        return CheckedExpression(
            formula: .missing(index, name: name, unit), type: ValueType(kind: .boolean), isConstant: false)
    }

    private mutating func round(
        _ inner: SyntaxExpression, _ step: SyntaxExpression, _ rule: RoundingRule
    ) throws(Complaint) -> CheckedExpression {
        let checked = try check(inner)
        let unit = try check(step)
        let dimension = try dimension(checked, at: inner.start)
        if let other = try self.dimension(unit, at: step.start), let dimension, other != dimension {
            throw unitMixing(dimension, other, at: step.start)
        }
        guard unit.isConstant, case .quantity(let size) = try constantValue(unit.formula, at: step.start),
            size > .zero
        else {
            if case .unknown = unit.type.kind { return .unknown }
            throw Complaint(
                "rounding-step", step.start,
                zh: "修约间隔须是大于零的定值，如 0.01 元。",
                en: "The step of rounding is a fixed value above zero, such as 0.01 元.")
        }
        return CheckedExpression(
            formula: .round(checked.formula, step: size, Self.writtenUnit(of: step) ?? unit.type.displayUnit, rule),
            type: checked.type, isConstant: checked.isConstant)
    }

    private static func writtenUnit(of expression: SyntaxExpression) -> Unit? {
        if case .number(_, let unit) = expression.form { return unit }
        return nil
    }
}
