/// Writes down steps so that a person can follow them.
extension Evaluator {
    /// The step of a rule that has just been computed; the locals are its arguments.
    func step(_ rule: Rule, _ arguments: [Value], _ value: Value) -> SettlementStep {
        let arithmetic: String
        var rounding: RoundingRule?
        switch rule.content {
        case .definition(let formula):
            rounding = formula.rounding
            arithmetic =
                switch formula {
                case .quantity, .waterClass, .boolean: written(formula)
                default: "\(written(formula)) = \(readable(value, rule.unit))"
                }
        case .means:
            if case .means(let means) = value {
                arithmetic = means.columns.map(\.arithmetic).joined(separator: "; ")
            } else {
                arithmetic = ""
            }
        default: arithmetic = readable(value, rule.unit)
        }
        return SettlementStep(
            name: instanceName(rule, arguments), label: rule.label, rule: rule.source, article: rule.article,
            line: rule.line, arithmetic: arithmetic, value: exact(value, rule.unit),
            display: readable(value, rule.unit), rounding: rounding, restsOn: rule.restsOn)
    }

    func step(_ rule: Rule, _ cases: [Rule.Case], chosen: Int, _ transfers: [Transfer]) -> SettlementStep {
        let conditions = cases[...chosen].enumerated().map { index, entry in
            let text = entry.condition.map { written($0) } ?? "otherwise"
            return "\(text) \(index == chosen ? "✓" : "✗")"
        }
        var arithmetic = conditions.joined(separator: "; ")
        var rounding: RoundingRule?
        switch cases[chosen].outcome {
        case .nothing: break
        case .balance(let reference, let list):
            let parts = list.map { member in
                let net = results[reference.rule].value([.member(member)]) ?? .missing
                return "\(program.members.name(member)) \(readable(net, self.rule(reference.rule).unit))"
            }
            arithmetic += " ⇒ \(self.rule(reference.rule).name): \(parts.joined(separator: ", "))"
        case .payment(_, _, let amount):
            rounding = amount.rounding
            for transfer in transfers {
                arithmetic +=
                    " ⇒ \(transfer.payer.text) → \(transfer.payee.text): \(written(amount))"
                    + " = \(transfer.amount.formattedYuan) 元"
            }
        }
        let value = transfers.map { "\($0.payer.text) \($0.payee.text) \($0.amount.text)" }
        let display = transfers.map { "\($0.payer.text) → \($0.payee.text) \($0.amount.formattedWanYuan) 万元" }
        return SettlementStep(
            name: instanceName(rule, locals), label: rule.label, rule: rule.source, article: rule.article,
            line: rule.line, arithmetic: arithmetic, value: value.isEmpty ? "nothing" : value.joined(separator: "; "),
            display: display.isEmpty ? "—" : display.joined(separator: "; "), rounding: rounding,
            restsOn: rule.restsOn)
    }

    func exact(_ value: Value, _ unit: Unit) -> String {
        switch value {
        case .quantity(let number): unit.text(number)
        case .waterClass(let waterClass): waterClass.symbol
        case .boolean(let holds): holds ? "true" : "false"
        case .means(let means):
            means.columns.map { "\($0.indicator.code)=\($0.mean?.text ?? "missing")" }.joined(separator: ";")
        case .member, .time: text(value)
        case .missing: "missing"
        }
    }

    func readable(_ value: Value, _ unit: Unit) -> String {
        switch value {
        case .quantity(let number): unit.readableText(number)
        case .waterClass(let waterClass): waterClass.symbol
        case .boolean(let holds): holds ? "✓" : "✗"
        case .means(let means): means.columns.map(shown).joined(separator: ", ")
        case .member, .time: text(value)
        case .missing: "—"
        }
    }

    private func shown(_ mean: IndicatorMean) -> String {
        "\(mean.indicator.symbol) \(mean.mean.map { mean.indicator.displayed($0) } ?? "—")"
    }
}
