/// Definitions, tables, supplied values and requirements.
extension SchemeChecker {
    mutating func readRule(_ statement: SyntaxStatement) throws(Complaint) {
        switch statement.form {
        case .define(let declaration, let expression, let isUnverified):
            let variables = try bind(declaration.variables)
            let checked = try check(expression, mayBeMeans: true)
            try addDefinition(statement, declaration, variables, checked, expression, isUnverified)
        case .table(let declaration, let lines, let isUnverified):
            try readTable(statement, declaration, lines, isUnverified)
        case .parameter(let declaration, let quality):
            try addSupplied(statement, declaration, quality, otherwise: nil, isParameter: true)
        case .fact(let declaration, let quality, let otherwise):
            try addSupplied(statement, declaration, quality, otherwise: otherwise, isParameter: false)
        case .require(let condition, let text):
            try addRequirement(statement, condition, text)
        case .pay(let declaration, let cases):
            try readPayment(statement, declaration, cases)
        default: break
        }
    }

    private mutating func addDefinition(
        _ statement: SyntaxStatement, _ declaration: SyntaxStatement.Declaration, _ variables: [Variable],
        _ checked: CheckedExpression, _ expression: SyntaxExpression, _ isUnverified: Bool
    ) throws(Complaint) {
        var known = checked.traits
        let isConstant = known.isConstant && variables.isEmpty && checked.type != .means
        let constant = isConstant ? try constantValue(checked.formula, at: expression.start) : nil
        if isUnverified { known.restsOn.append(rules.count) }
        let content: Rule.Content
        if case .statistic(let statistic) = checked.formula, checked.type == .means {
            content = .means(statistic, requested: [])
            known.cause = nil
        } else {
            content = .definition(checked.formula)
        }
        known.isConstant = isConstant
        try finish(statement, declaration, variables, checked.type, content, known, expression.depth, constant)
    }

    /// Adds a rule with a name, after everything about it has been checked.
    mutating func finish(
        _ statement: SyntaxStatement, _ declaration: SyntaxStatement.Declaration, _ variables: [Variable],
        _ type: ValueType, _ content: Rule.Content, _ traits: Traits, _ depth: Int, _ constant: Value? = nil
    ) throws(Complaint) {
        var known = traits
        known.reach += depth
        for variable in variables { known.repeats(variable.domain.bound) }
        guard known.reach <= SchemeLimits.reach else {
            throw Complaint(
                "too-deep", declaration.position, zh: "按成员定义的量层层引用过深。请合并其中几步。",
                en: "Definitions that stand for members refer to each other too deeply. Join some steps.")
        }
        try define(declaration, .value(rule: rules.count))
        let unit: Unit = if case .quantity(let dimension) = type { units.display(dimension) } else { .none }
        add(
            rule(statement, declaration.name, declaration.label, variables, type, unit, content, known, constant),
            known)
    }

    func rule(
        _ statement: SyntaxStatement, _ name: String, _ label: String, _ variables: [Variable], _ type: ValueType,
        _ unit: Unit, _ content: Rule.Content, _ known: Traits, _ constant: Value? = nil
    ) -> Rule {
        let line = statement.position.line
        let names = known.restsOn.sorted().map { place in
            place < rules.count ? rules[place].name : name
        }
        return Rule(
            name: name, label: label, variables: variables, type: type, unit: unit, content: content,
            article: SchemeLoader.article(at: line, among: articles), line: line, source: statement.source,
            restsOn: names, constant: constant)
    }

    private mutating func addSupplied(
        _ statement: SyntaxStatement, _ declaration: SyntaxStatement.Declaration, _ quality: SyntaxStatement.Quality,
        otherwise: SyntaxExpression?, isParameter: Bool
    ) throws(Complaint) {
        let variables = try bind(declaration.variables)
        let type: ValueType =
            switch quality {
            case .number(let unit): .quantity(unit.dimension)
            case .waterClass: .waterClass
            case .condition: .boolean
            }
        var known = Traits.variable
        var standard: Formula?
        if let otherwise {
            standard = try constant(otherwise, type).formula
        } else if !isParameter {
            known.cause = Traits.MissingCause(position: declaration.position, name: declaration.name)
        }
        if isParameter { known.restsOn = [rules.count] }
        try finish(
            statement, declaration, variables, type, .supplied(default: standard, isParameter: isParameter), known, 0)
    }

    /// An expression that depends on nothing, of a given type.
    mutating func constant(_ expression: SyntaxExpression, _ type: ValueType?) throws(Complaint) -> CheckedExpression {
        let checked = try check(expression)
        if checked.type.isUnknown { return checked }
        guard checked.traits.isConstant else {
            throw Complaint(
                "not-constant", expression.start, zh: "此处须是定值，不得依赖监测数据、核算期或外部给定的数。",
                en: "This must be a constant, independent of readings, periods and supplied values.")
        }
        if let type { try require(checked, type, at: expression.start) }
        _ = try constantValue(checked.formula, at: expression.start)
        return checked
    }

    private mutating func addRequirement(
        _ statement: SyntaxStatement, _ condition: SyntaxExpression, _ text: Bilingual
    ) throws(Complaint) {
        let checked = try check(condition)
        try require(checked, .boolean, at: condition.start)
        try requirePresence(checked)
        let constant = checked.traits.isConstant ? try constantValue(checked.formula, at: condition.start) : nil
        if constant?.isTrue == false {
            throw Complaint(
                "requirement-not-met", condition.start, zh: "不符合要求：\(text.zh)。请修改方案中的数值。",
                en: "The requirement is not met: \(text.en). Change the numbers of the scheme.")
        }
        add(
            rule(
                statement, "", "", [], .boolean, .none, .requirement(checked.formula, text), checked.traits, constant),
            checked.traits)
    }

    /// The value of a formula that does not depend on data.
    mutating func constantValue(_ formula: Formula, at position: SourcePosition) throws(Complaint) -> Value {
        do throws(SettlementObstacle) {
            return try constants.value(of: formula)
        } catch {
            throw Complaint(error.code, position, zh: error.message.zh, en: error.message.en)
        }
    }

    func requirePresence(_ checked: CheckedExpression) throws(Complaint) {
        guard let cause = checked.traits.cause else { return }
        guard let name = cause.name else {
            throw Complaint(
                "missing-not-handled", cause.position,
                zh: "此值可能缺失。请先用 let 给它命名，再在前面写 when missing 名称: …，或写 if-missing。",
                en: "This value can be missing. Name it with let, then write when missing NAME: … before this case,"
                    + " or use if-missing.")
        }
        throw Complaint(
            "missing-not-handled", cause.position,
            zh: "“\(name)”可能因缺数而没有值。请在前面写 when missing \(name): …，说明缺数时如何处理。",
            en: "\"\(name)\" can be missing for lack of data."
                + " Write when missing \(name): … before this case to say what happens then.")
    }
}
