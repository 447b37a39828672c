/// Formulas with values in the place of names.
extension Evaluator {
    func written(_ formula: Formula) -> String {
        switch formula {
        case .quantity(let number, let unit): return unit.text(number)
        case .waterClass(let waterClass): return waterClass.symbol
        case .boolean(let holds): return holds ? "yes" : "no"
        case .member(let member): return program.members.name(member)
        case .time(let period): return period.text
        case .settledPeriod: return period?.text ?? "period"
        case .local(let place, let name): return place < locals.count ? text(locals[place]) : name
        case .value(let reference): return "\(name(reference)) [\(shown(reference))]"
        case .statistic(let statistic):
            return "\(statistic.function.rawValue) of readings at \(written(statistic.section)) in"
                + " \(written(statistic.time))"
        case .classOf(let reference, let items): return classification(reference, items)
        case .item(let item, let reference):
            let place = place(of: item)
            guard isKnown(item), case .means(let means)? = known(reference), let value = means[place] else {
                return "\(name(item)) —"
            }
            return "\(name(item)) \(Unit.none.readableText(value))"
        case .limit(let item, let waterClass, let section):
            return "limit of \(name(item)) for \(written(waterClass)) at \(written(section))"
        case .missing(let reference): return "missing \(name(reference)) [\(shown(reference))]"
        case .not(let inner): return "not (\(written(inner)))"
        case .negative(let inner): return "-(\(written(inner)))"
        case .absolute(let inner): return "abs(\(written(inner)))"
        case .extreme(let isLargest, let items):
            return "\(isLargest ? "max" : "min")(\(items.map(written).joined(separator: ", ")))"
        case .binary(let sign, let left, let right): return "\(grouped(left)) \(sign.rawValue) \(grouped(right))"
        case .ifMissing(let value, let substitute): return "\(grouped(value)) if-missing \(grouped(substitute))"
        case .choice(let cases, let otherwise): return choice(cases, otherwise)
        case .within(let inner, _): return "\(written(inner)) in …"
        case .containing(let kind, let inner): return "\(kind.rawValue) of \(written(inner))"
        case .back(let inner, let count, let unit): return "\(written(inner)) back \(count) \(unit.rawValue)"
        case .aggregate(let aggregate): return self.aggregate(aggregate)
        case .apportion(let parts): return "apportion … at \(written(parts.member)) to \(parts.unit.text(parts.step))"
        case .round(let inner, let step, let unit, let rule):
            return "round (\(written(inner))) to \(unit.text(step)) by \(rule.rawValue)"
        case .squareRoot(let inner, let step, let rule):
            return "square-root of (\(written(inner))) to \(step.text) by \(rule.rawValue)"
        }
    }

    private func grouped(_ formula: Formula) -> String {
        switch formula {
        case .binary, .ifMissing, .choice: "(\(written(formula)))"
        default: written(formula)
        }
    }

    /// Computes on a copy: writing down must not change what was computed.
    private func peek(_ formula: Formula) -> Value? {
        var copy = self
        do throws(SettlementObstacle) { return try copy.value(of: formula) } catch { return nil }
    }

    private func known(_ reference: Formula.Reference) -> Value? { peek(.value(reference)) }

    private func shown(_ reference: Formula.Reference) -> String {
        known(reference).map { readable($0, rule(reference.rule).unit) } ?? "—"
    }

    private func name(_ reference: Formula.Reference) -> String {
        let name = rule(reference.rule).name
        if reference.arguments.isEmpty { return name }
        return "\(name)(\(reference.arguments.map(written).joined(separator: ", ")))"
    }

    private func name(_ item: Formula.Item) -> String {
        switch item {
        case .fixed(let place): program.members.indicators[place].indicator.symbol
        case .local(let place, let name): place < locals.count ? text(locals[place]) : name
        }
    }

    private func isKnown(_ item: Formula.Item) -> Bool {
        if case .local(let place, _) = item { place < locals.count } else { true }
    }

    private func classification(_ reference: Formula.Reference, _ items: [Formula.Item]) -> String {
        guard case .means(let means)? = known(reference) else { return "max(—)" }
        let parts = items.filter(isKnown).map { item in
            let place = place(of: item)
            guard let value = means[place], let found = waterClass(of: place, means) else { return "\(name(item)) —" }
            return "\(name(item)) \(Unit.none.readableText(value)) → \(found.symbol)"
        }
        return "max(\(parts.joined(separator: "; ")))"
    }

    private func choice(_ cases: [Formula.Case], _ otherwise: Formula) -> String {
        var parts: [String] = []
        for entry in cases {
            let holds = peek(entry.condition) == .boolean(true)
            parts.append("\(written(entry.condition)) \(holds ? "✓" : "✗")")
            if holds { return parts.joined(separator: "; ") + ": " + grouped(entry.value) }
        }
        return parts.joined(separator: "; ") + "; otherwise: " + grouped(otherwise)
    }

    /// `sum(2021-01: 40 万元, 2021-02: -40 万元)`, with every member that takes part.
    private func aggregate(_ aggregate: Formula.Aggregate) -> String {
        var copy = self
        var parts: [String] = []
        let base = locals.count
        do throws(SettlementObstacle) {
            try copy.forEach(aggregate.variables[...]) { (evaluator: inout Evaluator) throws(SettlementObstacle) in
                if let condition = aggregate.condition, try evaluator.value(of: condition) != .boolean(true) { return }
                let member = evaluator.locals[base...].map(evaluator.text).joined(separator: ", ")
                guard parts.count < Self.mostShown else { return }
                guard let body = aggregate.body else {
                    parts.append(member)
                    return
                }
                parts.append(
                    "\(member): \(evaluator.readable(try evaluator.value(of: body), evaluator.unit(of: body)))")
            }
        } catch {
            return "\(aggregate.function.rawValue)(…)"
        }
        if parts.count == Self.mostShown { parts.append("…") }
        return "\(aggregate.function.rawValue)(\(parts.joined(separator: ", ")))"
    }

    /// The unit to show an item of a list in, as far as its form tells.
    private func unit(of formula: Formula) -> Unit {
        switch formula {
        case .value(let reference): rule(reference.rule).unit
        case .quantity(_, let unit): unit
        case .negative(let inner), .absolute(let inner), .ifMissing(let inner, _): unit(of: inner)
        case .binary(.plus, let inner, _), .binary(.minus, let inner, _): unit(of: inner)
        default: .none
        }
    }

    private static let mostShown = 40
}
