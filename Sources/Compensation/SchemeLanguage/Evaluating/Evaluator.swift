/// Computes the rules of a scheme for one period.
///
/// Always ends: rules are a list, each refers to earlier ones only, expressions are trees of limited depth over
/// lists of limited length, numbers have a limited size.
struct Evaluator: Sendable {
    private(set) var program: Program
    var readings: ReadingsStore
    /// What is settled; nil while a scheme is being checked.
    let period: Period?
    let validity: SchemeValidity?
    let supplied: SuppliedValues
    /// Whether steps are written down.
    let isTracing: Bool
    private(set) var results: [RuleResults] = []
    /// How many instances of each rule its own lists have.
    private var own: [Int] = []
    /// The values of the variables that hold here.
    var locals: [Value] = []
    /// Filled only while steps are written down.
    var assessments = AssessmentRecord()

    /// For what does not depend on data.
    init(units: Units) {
        program = Program(units: units)
        readings = ReadingsStore()
        period = nil
        validity = nil
        supplied = SuppliedValues()
        isTracing = false
    }

    init(
        _ program: Program, period: Period, validity: SchemeValidity, readings: ReadingsStore,
        supplied: SuppliedValues, isTracing: Bool
    ) {
        self.program = program
        self.readings = readings
        self.period = period
        self.validity = validity
        self.supplied = supplied
        self.isTracing = isTracing
        results = Array(repeating: RuleResults(), count: program.rules.count)
        own = Array(repeating: 0, count: program.rules.count)
        locals.reserveCapacity(4)
    }

    func rule(_ index: Int) -> Rule { program.rules[index] }

    /// The arguments for which a rule has been computed, in the order of its steps.
    func arguments(of index: Int) -> [[Value]] { results[index].arguments(own: own[index]) }

    mutating func adopt(_ members: Membership) { program.members = members }

    /// While checking: one rule more.
    mutating func append(_ rule: Rule) {
        program.rules.append(rule)
        results.append(RuleResults())
        own.append(0)
    }

    mutating func run() throws(SettlementObstacle) -> (steps: [SettlementStep], transfers: [Transfer]) {
        // First of all, so that the answer to open parameters is not a requirement that cannot be met without them.
        for index in program.parameters {
            try forEach(program.rules[index].variables[...]) {
                (evaluator: inout Evaluator) throws(SettlementObstacle) in
                _ = try evaluator.value(of: index, evaluator.locals)
            }
        }
        var transfers: [Transfer] = []
        for index in program.rules.indices where isTracing || program.rules[index].constant == nil {
            let content = program.rules[index].content
            if case .table = content { continue }
            try forEach(program.rules[index].variables[...]) {
                (evaluator: inout Evaluator) throws(SettlementObstacle) in
                switch content {
                case .requirement(let condition, let text): try evaluator.require(condition, text)
                case .payment(let cases): transfers += try evaluator.pay(index, cases)
                default:
                    if evaluator.results[index].value(evaluator.locals) == nil {
                        _ = try evaluator.compute(index, evaluator.locals)
                    }
                }
            }
            own[index] = results[index].count
        }
        guard isTracing else { return ([], transfers) }
        let steps = zip(results, own).flatMap { $0.steps(own: $1) }
        return (steps, transfers)
    }

    /// Goes through the members of the variables' lists, the last fastest.
    mutating func forEach(
        _ variables: ArraySlice<Variable>,
        _ body: (inout Evaluator) throws(SettlementObstacle) -> Void
    ) throws(SettlementObstacle) {
        guard let variable = variables.first else {
            try body(&self)
            return
        }
        let inner = variables.dropFirst()
        for value in try members(of: variable.domain) {
            locals.append(value)
            defer { locals.removeLast() }
            if inner.isEmpty { try body(&self) } else { try forEach(inner, body) }
        }
    }

    /// The value of a rule for its arguments, computed now if it has not been.
    mutating func value(of reference: Formula.Reference) throws(SettlementObstacle) -> Value {
        if reference.arguments.isEmpty { return try value(of: reference.rule, []) }
        var arguments: [Value] = []
        for argument in reference.arguments {
            let value = try value(of: argument)
            if value.isMissing { return .missing }
            arguments.append(value)
        }
        return try value(of: reference.rule, arguments)
    }

    mutating func value(of index: Int, _ arguments: [Value]) throws(SettlementObstacle) -> Value {
        if let known = results[index].value(arguments) { return known }
        if !isTracing, let constant = program.rules[index].constant { return constant }
        if case .table(let cells, let otherwise) = program.rules[index].content {
            guard let formula = cells.first(where: { $0.answers(arguments) })?.value ?? otherwise else {
                return .missing
            }
            return try value(of: formula)
        }
        let outer = locals
        defer { locals = outer }
        locals = arguments
        return try compute(index, arguments)
    }

    private mutating func compute(_ index: Int, _ arguments: [Value]) throws(SettlementObstacle) -> Value {
        let value: Value
        switch program.rules[index].content {
        case .definition(let formula):
            value = try self.value(of: formula)
            if isTracing, case .classOf(let reference, _) = formula {
                try takeDown(classOf: reference, value, as: index, arguments)
            }
        case .means(let statistic, let requested):
            value = try means(statistic, requested)
            if isTracing, case .means(let found) = value { try takeDown(found, statistic, of: index, arguments) }
        case .supplied(let standard, let isParameter):
            if let given = supplied.value(index, arguments) {
                value = given
            } else if let standard {
                value = try self.value(of: standard)
            } else if isParameter {
                let rule = program.rules[index]
                throw .parameterMissing(instanceName(rule, arguments), rule.unit.symbol)
            } else {
                value = .missing
            }
        case .table, .requirement, .payment: value = .missing
        }
        let step = isTracing ? self.step(program.rules[index], arguments, value) : nil
        results[index].add(arguments, value, step)
        return value
    }

    /// Payments leave nothing but their step.
    mutating func record(_ index: Int, _ step: SettlementStep) {
        results[index].add(locals, .missing, step)
    }

    private mutating func require(_ condition: Formula, _ text: Bilingual) throws(SettlementObstacle) {
        if try value(of: condition).isTrue { return }
        throw SettlementObstacle(
            "requirement-not-met", zh: "不符合要求：\(text.zh)。请核对数据和给定的数。",
            en: "The requirement is not met: \(text.en). Check the data and the supplied values.")
    }

    /// `月类别(里耶镇, 2021-04)`.
    func instanceName(_ rule: Rule, _ arguments: [Value]) -> String {
        arguments.isEmpty ? rule.name : "\(rule.name)(\(arguments.map { text($0) }.joined(separator: ", ")))"
    }

    /// A member or period as people write it.
    func text(_ value: Value) -> String {
        switch value {
        case .member(let member): program.members.name(member)
        case .time(let period): period.text
        default: ""
        }
    }
}
