/// Writes down a step so that a person can follow it.
struct StepWriter {
    /// The results of the rules before this one.
    let values: [Value]

    func step(_ rule: Rule, _ formula: Formula, _ type: ValueType, _ value: Value) -> SettlementStep {
        SettlementStep(
            name: rule.name, label: rule.label, rule: rule.source, article: rule.article, line: rule.line,
            arithmetic: arithmetic(formula, type, value), value: exact(value, type.displayUnit),
            display: readable(value, type.displayUnit), rounding: formula.rounding)
    }

    func step(_ rule: Rule, _ cases: [Rule.Case], chosen: Int, amount: Fen) -> SettlementStep {
        let conditions = cases[...chosen].enumerated().map { index, entry in
            let text = entry.condition.map { written($0) } ?? "otherwise"
            return "\(text) \(index == chosen ? "✓" : "✗")"
        }
        var arithmetic = conditions.joined(separator: "; ")
        var value = "nothing"
        var display = "—"
        var rounding: RoundingRule?
        if case .payment(let payment) = cases[chosen].outcome {
            let parties = "\(payment.payer.text) → \(payment.payee.text)"
            arithmetic += " ⇒ \(parties): \(written(payment.amount)) = \(amount.formattedYuan) 元"
            value = "\(payment.payer.text) \(payment.payee.text) \(amount.text)"
            display = "\(parties) \(amount.formattedWanYuan) 万元"
            rounding = payment.amount.rounding
        }
        return SettlementStep(
            name: rule.name, label: rule.label, rule: rule.source, article: rule.article, line: rule.line,
            arithmetic: arithmetic, value: value, display: display, rounding: rounding)
    }

    private func arithmetic(_ formula: Formula, _ type: ValueType, _ value: Value) -> String {
        if case .means(let means) = value { return means.map(\.arithmetic).joined(separator: "; ") }
        switch formula {
        case .quantity, .waterClass: return written(formula)
        default: return "\(written(formula)) = \(readable(value, type.displayUnit))"
        }
    }

    private func exact(_ value: Value, _ unit: Unit) -> String {
        switch value {
        case .quantity(let number): unit.text(number)
        case .waterClass(let waterClass): waterClass.symbol
        case .boolean(let holds): holds ? "true" : "false"
        case .means(let means):
            means.map { "\($0.indicator.code)=\($0.mean?.text ?? "missing")" }.joined(separator: ";")
        case .missing: "missing"
        }
    }

    private func readable(_ value: Value, _ unit: Unit) -> String {
        switch value {
        case .quantity(let number): unit.readableText(number)
        case .waterClass(let waterClass): waterClass.symbol
        case .boolean(let holds): holds ? "✓" : "✗"
        case .means(let means): means.map(shown).joined(separator: ", ")
        case .missing: "—"
        }
    }

    private func shown(_ mean: IndicatorMean) -> String {
        let text = mean.mean.map { mean.indicator.displayed($0) } ?? "—"
        return "\(mean.indicator.symbol) \(text)"
    }

    /// The formula with values in the place of names.
    private func written(_ formula: Formula) -> String {
        switch formula {
        case .quantity(let number, let unit): unit.text(number)
        case .waterClass(let waterClass): waterClass.symbol
        case .value(let index, let name, let unit): "\(name) [\(readable(values[index], unit))]"
        case .mean: ""
        case .classOf(let index, let indicators, let bodyType): classification(index, indicators, bodyType)
        case .indicator(let indicator, let index):
            mean(indicator, index).map { "\(indicator.symbol) \(approximate($0))" } ?? "\(indicator.symbol) —"
        case .missing(let index, let name, let unit): "missing \(name) [\(readable(values[index], unit))]"
        case .not(let inner): "not (\(written(inner)))"
        case .negative(let inner): "-(\(written(inner)))"
        case .binary(let sign, let left, let right):
            "\(grouped(left)) \(sign.rawValue) \(grouped(right))"
        case .round(let inner, let step, let unit, let rule):
            "round (\(written(inner))) to \(unit.text(step)) by \(rule.rawValue)"
        }
    }

    private func grouped(_ formula: Formula) -> String {
        if case .binary = formula { return "(\(written(formula)))" }
        return written(formula)
    }

    private func classification(_ index: Int, _ indicators: [Indicator], _ bodyType: BodyType) -> String {
        let parts = indicators.map { indicator in
            guard let value = mean(indicator, index),
                let item = WaterQualityStandard.gb3838.classify(
                    [(indicator, value)], bodyType: bodyType, items: IndicatorSet([indicator]))
            else { return "\(indicator.symbol) —" }
            return "\(indicator.symbol) \(approximate(value)) → \(item.waterClass.symbol)"
        }
        return "max(\(parts.joined(separator: "; ")))"
    }

    private func mean(_ indicator: Indicator, _ index: Int) -> Rational? {
        guard case .means(let means) = values[index] else { return nil }
        return means.first { $0.indicator == indicator }?.mean
    }

    private func approximate(_ number: Rational) -> String {
        Unit.none.readableText(number)
    }
}
