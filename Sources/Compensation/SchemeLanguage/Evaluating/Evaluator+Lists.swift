/// Lists and what is computed over them.
extension Evaluator {
    mutating func members(of domain: Domain) throws(SettlementObstacle) -> [Value] {
        switch domain {
        case .members(let members): return members.map(Value.member)
        case .range(let periods): return periods.map(Value.time)
        case .periods(let kind, let whole, let isClipped):
            guard case .time(let period) = try value(of: whole) else { return [] }
            let parts = period.periods(of: kind)
            guard isClipped, let validity else { return parts.map(Value.time) }
            return parts.filter { validity.contains($0) }.map(Value.time)
        case .before(let count, let kind, let formula):
            guard case .time(let period) = try value(of: formula) else { return [] }
            var values: [Value] = []
            for distance in stride(from: count, to: 0, by: -1) {
                guard let earlier = period.shifted(by: -distance, kind) else { throw .timeOutOfRange(period.text) }
                values.append(.time(earlier))
            }
            return values
        }
    }

    mutating func aggregate(_ aggregate: Formula.Aggregate) throws(SettlementObstacle) -> Value {
        var items: [Value] = []
        var matching = 0
        // `all` and `any` are decided by the first item that settles them.
        let deciding: Value? =
            switch aggregate.function {
            case .all: .boolean(false)
            case .any: .boolean(true)
            default: nil
            }
        try forEach(aggregate.variables[...]) { (evaluator: inout Evaluator) throws(SettlementObstacle) in
            if let deciding, items.last == deciding { return }
            if let condition = aggregate.condition {
                guard try evaluator.value(of: condition).isTrue else { return }
            }
            matching += 1
            guard let body = aggregate.body else { return }
            items.append(try evaluator.value(of: body))
        }
        if aggregate.function == .count { return .quantity(Rational(matching)) }
        if let deciding, items.last == deciding { return deciding }
        if aggregate.skipsMissing {
            let known = items.filter { !$0.isMissing }
            if known.isEmpty, !items.isEmpty { return .missing }
            items = known
        }
        return items.contains(where: \.isMissing) ? .missing : try Self.joined(aggregate.function, items)
    }

    private static func joined(_ function: AggregateFunction, _ items: [Value]) throws(SettlementObstacle) -> Value {
        switch function {
        case .all: return .boolean(true)
        case .any: return .boolean(false)
        case .largest, .smallest: return extreme(items, function == .largest)
        case .sum: return .quantity(try total(items))
        case .mean: return (try total(items) / Rational(items.count)).map(Value.quantity) ?? .missing
        case .count: return .quantity(Rational(items.count))
        }
    }

    private static func total(_ items: [Value]) throws(SettlementObstacle) -> Rational {
        var total = Rational.zero
        for case .quantity(let number) in items { total = try limited(total + number) }
        return total
    }

    mutating func apportion(_ parts: Formula.Apportionment) throws(SettlementObstacle) -> Value {
        guard case .members(let list) = parts.variable.domain, case .member(let member) = try value(of: parts.member)
        else { return .missing }
        var exact: [Rational] = []
        for candidate in list {
            locals.append(.member(candidate))
            defer { locals.removeLast() }
            guard case .quantity(let share) = try value(of: parts.body) else { return .missing }
            exact.append((share / parts.step) ?? .zero)
        }
        let total = try Self.total(exact.map(Value.quantity))
        guard total.isInteger else {
            throw SettlementObstacle(
                "apportion-total", zh: "分摊的总额不是 \(parts.unit.text(parts.step)) 的整数倍。请在方案中先写明总额的修约。",
                en: "The total to apportion is no whole multiple of \(parts.unit.text(parts.step))."
                    + " Say in the scheme how to round the total first.")
        }
        var steps = exact.map(Self.floor)
        var lacking = total - (try Self.total(steps.map(Value.quantity)))
        switch parts.remainder {
        case .member(let taker):
            if let place = list.firstIndex(of: taker) { steps[place] = steps[place] + lacking }
        case .largest:
            let lost = exact.indices.sorted { one, other in
                let (first, second) = (exact[one] - steps[one], exact[other] - steps[other])
                return first == second ? one < other : second < first
            }
            for place in lost where lacking > .zero {
                steps[place] = steps[place] + .one
                lacking = lacking - .one
            }
        }
        guard let place = list.firstIndex(of: member) else { return .missing }
        return .quantity(try Self.limited(steps[place] * parts.step))
    }

    private static func floor(_ number: Rational) -> Rational {
        (-number).rounded(toMultipleOf: .one, rule: .ceiling).map { -$0 } ?? number
    }
}
