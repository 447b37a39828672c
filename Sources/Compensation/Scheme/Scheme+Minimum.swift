extension Scheme {
    /// Why these values cannot be supplied: unknown or repeated names, wrong units. Nil where they can.
    public func obstacle(toSupplying values: [SuppliedValue]) -> SettlementObstacle? {
        do throws(SettlementObstacle) {
            _ = try SuppliedValues(values, program)
            return nil
        } catch {
            return error
        }
    }

    /// The requirements that these values break, whatever the data may be. One that rests on data, or on a value
    /// that is still open, is judged when a period is computed.
    public func unmetRequirements(_ values: [SuppliedValue]) -> [UnmetRequirement] {
        guard let supplied = try? SuppliedValues(values, program) else { return [] }
        return requirements(of: program).compactMap { judge($0, program, supplied) }.filter { $0.missing == nil }
    }

    /// The minimum standards of this scheme that an agreement under it falls short of. The agreement gives each
    /// name that such a requirement uses: by a constant of its own scheme, or by a value supplied to it.
    ///
    /// Names that stand for members are those of this scheme and keep their values.
    public func unmetMinimums(by agreement: Scheme, _ values: [SuppliedValue]) -> [UnmetRequirement] {
        let standards = Program(
            members: program.members, units: program.units,
            rules: program.rules.map { Self.isStandard($0) ? given($0, by: agreement) : $0 })
        let names = standards.parameters.map { standards.rules[$0].name }
        let known = values.filter { value in
            value.arguments.isEmpty && names.contains { UTF8Order.areEqual($0, value.name) }
        }
        guard let supplied = try? SuppliedValues(known, standards) else {
            return requirements(of: program).map { UnmetRequirement(text: $0.text, article: $0.article, missing: nil) }
        }
        return requirements(of: standards).compactMap { judge($0, standards, supplied) }
    }

    private typealias Requirement = (condition: Formula, text: Bilingual, article: String)

    /// A single number, class or condition that an agreement may set itself.
    private static func isStandard(_ rule: Rule) -> Bool {
        guard rule.variables.isEmpty else { return false }
        switch rule.content {
        case .definition: return rule.constant != nil
        case .supplied(nil, isParameter: true): return true
        default: return false
        }
    }

    /// The rule with the value that the agreement's own text gives its name; open where it gives none.
    private func given(_ rule: Rule, by agreement: Scheme) -> Rule {
        let own = agreement.program.rules.first {
            UTF8Order.areEqual($0.name, rule.name) && $0.type == rule.type && $0.variables.isEmpty
        }
        let formula: Formula? =
            switch own?.constant {
            case .quantity(let number): .quantity(number, rule.unit)
            case .waterClass(let quality): .waterClass(quality)
            case .boolean(let holds): .boolean(holds)
            default: nil
            }
        return Rule(
            name: rule.name, label: rule.label, variables: [], type: rule.type, unit: rule.unit,
            content: formula.map { .definition($0) } ?? .supplied(default: nil, isParameter: true),
            article: rule.article, line: rule.line, source: rule.source, restsOn: rule.restsOn,
            constant: formula == nil ? nil : own?.constant)
    }

    /// Those that no reading, fact or period decides.
    private func requirements(of program: Program) -> [Requirement] {
        program.rules.compactMap { rule in
            guard case .requirement(let condition, let text) = rule.content, isFixed(condition, program) else {
                return nil
            }
            return (condition, text, rule.article)
        }
    }

    private func isFixed(_ condition: Formula, _ program: Program) -> Bool {
        let (formulas, rules) = reach(of: condition, program)
        return formulas.flatMap(\.all).allSatisfy { part in
            switch part {
            case .statistic, .settledPeriod: false
            default: true
            }
        }
            && rules.allSatisfy { rule in
                switch program.rules[rule].content {
                case .definition, .table: true
                case .supplied(_, let isParameter): isParameter
                case .means, .requirement, .payment: false
                }
            }
    }

    /// What a condition rests on: its own formula and those of the definitions it uses, and the rules named, each once.
    private func reach(of condition: Formula, _ program: Program) -> (formulas: [Formula], rules: [Int]) {
        var formulas = [condition]
        var rules: [Int] = []
        var next = 0
        while next < formulas.count {
            for rule in formulas[next].all.compactMap(\.reference?.rule) where !rules.contains(rule) {
                rules.append(rule)
                switch program.rules[rule].content {
                case .definition(let inner): formulas.append(inner)
                case .table(let cells, let otherwise): formulas += cells.map(\.value) + [otherwise].compactMap { $0 }
                case .supplied, .means, .requirement, .payment: break
                }
            }
            next += 1
        }
        return (formulas, rules)
    }

    private func judge(
        _ requirement: Requirement, _ program: Program, _ supplied: SuppliedValues
    ) -> UnmetRequirement? {
        var evaluator = Evaluator(
            program, period: validity.from, validity: validity, readings: ReadingsStore(), supplied: supplied,
            isTracing: false)
        func finding(_ missing: String?) -> UnmetRequirement {
            UnmetRequirement(text: requirement.text, article: requirement.article, missing: missing)
        }
        do throws(SettlementObstacle) {
            return try evaluator.value(of: requirement.condition).isTrue ? nil : finding(nil)
        } catch {
            return finding(open(requirement.condition, program, supplied))
        }
    }

    /// The first parameter without a value that the condition rests on; nil where something else is in the way.
    private func open(_ condition: Formula, _ program: Program, _ supplied: SuppliedValues) -> String? {
        reach(of: condition, program).rules.first { rule in
            program.parameters.contains(rule) && supplied.value(rule, []) == nil
        }.map { program.rules[$0].name }
    }
}
