/// What may be joined with what.
extension SchemeChecker {
    mutating func binary(
        _ sign: Operator, _ leftSide: SyntaxExpression, _ rightSide: SyntaxExpression, at position: SourcePosition
    ) throws(Complaint) -> CheckedExpression {
        let left = try check(leftSide)
        let outside = situation
        defer { restore(outside) }
        if sign == .and || sign == .or { assume(left.formula, holds: sign == .and) }
        let right = try check(rightSide)
        if left.type.isUnknown || right.type.isUnknown {
            // The formula is kept for what it says about missing data.
            return CheckedExpression(
                formula: .binary(sign, left.formula, right.formula), type: .unknown,
                traits: Traits([left.traits, right.traits]))
        }
        let type: ValueType
        switch sign {
        case .or, .and:
            try require(left, .boolean, at: leftSide.start)
            try require(right, .boolean, at: rightSide.start)
            type = .boolean
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            try comparable(sign, left, right, leftSide, at: position)
            type = .boolean
        case .minus where left.type == .waterClass && right.type == .waterClass:
            type = .quantity(.number)
        case .plus, .minus:
            let dimensions = (
                try dimension(left, at: leftSide.start), try dimension(right, at: rightSide.start)
            )
            if let first = dimensions.0, let second = dimensions.1, first != second {
                throw unitMixing(first, second, at: position)
            }
            type = left.type
        case .times, .dividedBy:
            type = .quantity(try product(sign, left, right, leftSide, rightSide, at: position))
        }
        if sign == .dividedBy, right.traits.isConstant,
            case .quantity(let divisor) = try constantValue(right.formula, at: rightSide.start), divisor.isZero
        {
            throw Complaint(
                "division-by-zero", rightSide.start, zh: "除数为零。请改正。", en: "The divisor is zero. Correct it.")
        }
        return CheckedExpression(
            formula: .binary(sign, left.formula, right.formula),
            type: type, traits: Traits([left.traits, right.traits]))
    }

    private func comparable(
        _ sign: Operator, _ left: CheckedExpression, _ right: CheckedExpression, _ leftSide: SyntaxExpression,
        at position: SourcePosition
    ) throws(Complaint) {
        switch (left.type, right.type) {
        case (.waterClass, .waterClass): return
        case (.time(let first, _), .time(let second, _)) where first == second: return
        case (.member(let first, _), .member(let second, _))
        where first == second && (sign == .equal || sign == .unequal):
            return
        case (.quantity(let first), .quantity(let second)):
            if first != second { throw unitMixing(first, second, at: position) }
        case (.waterClass, .quantity), (.quantity, .waterClass):
            throw Complaint(
                "class-with-quantity", position,
                zh: "水质类别不能与数量比较。请与类别（Ⅰ…劣Ⅴ）比较，或先取某项指标的均值。",
                en: "A water class cannot be compared with a quantity."
                    + " Compare it with a class (Ⅰ … 劣Ⅴ), or take the mean of an indicator.")
        default:
            throw Complaint(
                "wrong-type", leftSide.start,
                zh: "\(left.type.name(units).zh)与\(right.type.name(units).zh)不能比较。",
                en: "One cannot compare \(left.type.name(units).en) with \(right.type.name(units).en).")
        }
    }

    private func product(
        _ sign: Operator, _ left: CheckedExpression, _ right: CheckedExpression,
        _ leftSide: SyntaxExpression, _ rightSide: SyntaxExpression, at position: SourcePosition
    ) throws(Complaint) -> Dimension {
        guard let first = try dimension(left, at: leftSide.start),
            let second = try dimension(right, at: rightSide.start)
        else { return .number }
        guard let result = first.combined(with: second, sign: sign == .times ? 1 : -1) else {
            throw Complaint(
                "unit-too-complex", position, zh: "单位的乘方过高，已无意义。请检查算式。",
                en: "The power of a unit has grown beyond meaning. Check the expression.")
        }
        return result
    }

    /// The dimension of a quantity; nil where the value was already reported as wrong.
    func dimension(_ checked: CheckedExpression, at position: SourcePosition) throws(Complaint) -> Dimension? {
        switch checked.type {
        case .quantity(let dimension): return dimension
        case .unknown: return nil
        case .waterClass, .boolean, .means, .member, .time:
            throw Complaint(
                "wrong-type", position, zh: "此处须是数量，而不是\(checked.type.name(units).zh)。",
                en: "A quantity is needed here, not \(checked.type.name(units).en).")
        }
    }

    func require(
        _ checked: CheckedExpression, _ type: ValueType, at position: SourcePosition
    ) throws(Complaint) {
        if checked.type.isUnknown || checked.type == type { return }
        if case .quantity(let needed) = type, case .quantity(let found) = checked.type {
            throw unitMixing(needed, found, at: position)
        }
        let needed = type.name(units)
        throw Complaint(
            "wrong-type", position, zh: "此处须是\(needed.zh)，而不是\(checked.type.name(units).zh)。",
            en: "This must be \(needed.en), not \(checked.type.name(units).en).")
    }

    func unitMixing(_ first: Dimension, _ second: Dimension, at position: SourcePosition) -> Complaint {
        Complaint(
            "unit-mixing", position,
            zh: "单位不一致：\(units.name(first).zh)与\(units.name(second).zh)不能相加减、比较或取整。请统一单位。",
            en:
                "The units differ: \(units.name(first).en) and \(units.name(second).en) cannot be added, compared or rounded"
                + " together. Use one unit.")
    }
}
