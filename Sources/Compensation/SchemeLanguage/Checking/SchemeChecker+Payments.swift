/// Who pays whom in which case, and that no case of missing data is forgotten.
extension SchemeChecker {
    mutating func readPayment(
        _ statement: SyntaxStatement, _ declaration: SyntaxStatement.Declaration, _ cases: [SyntaxStatement.Case]
    ) throws(Complaint) {
        let variables = try bind(declaration.variables)
        var known = Traits.variable
        let checked = try check(cases, of: declaration, isIndexed: !variables.isEmpty, &known)
        for variable in variables { known.repeats(variable.domain.bound) }
        try define(declaration, .payment)
        add(
            rule(
                statement, declaration.name, declaration.label, variables, .unknown, .none, .payment(checked), known),
            known)
    }

    private mutating func check(
        _ cases: [SyntaxStatement.Case], of declaration: SyntaxStatement.Declaration, isIndexed: Bool,
        _ known: inout Traits
    ) throws(Complaint) -> [Rule.Case] {
        var result: [Rule.Case] = []
        for (index, entry) in cases.enumerated() {
            var condition: Formula?
            let before = situation
            if case .when(let expression) = entry.condition {
                let checked = try decision(expression)
                known.join(checked.traits)
                condition = checked.formula
                assume(checked.formula, holds: true)
            } else if index + 1 < cases.count {
                throw Complaint(
                    "case-after-otherwise", cases[index + 1].position,
                    zh: "otherwise 之后的情形永远不会用到。请把 otherwise 移到最后。",
                    en: "A case after otherwise is never reached. Move otherwise to the end.")
            }
            result.append(Rule.Case(condition: condition, outcome: try check(entry.outcome, isIndexed, &known)))
            restore(before)
            if let condition { assume(condition, holds: false) }
        }
        guard result.last?.condition == nil else {
            throw Complaint(
                "no-otherwise", declaration.position,
                zh: "“\(declaration.name)”没有写其余情形。请在最后加一行 otherwise:，不支付则写 otherwise: nothing。",
                en: "\"\(declaration.name)\" leaves the remaining cases open."
                    + " End it with otherwise:, or otherwise: nothing.")
        }
        return result
    }

    private mutating func check(
        _ outcome: SyntaxStatement.Case.Outcome, _ isIndexed: Bool, _ known: inout Traits
    ) throws(Complaint) -> Rule.Outcome {
        switch outcome {
        case .nothing: return .nothing
        case .balance(let word): return try balance(word, isIndexed, &known)
        case .payment(let payer, let payee, let amount):
            let from = try party(payer)
            let to = try party(payee)
            let checked = try check(amount)
            try requireMoney(checked, at: amount.start)
            try requirePresence(checked)
            known.join(checked.traits)
            guard let from, let to else { return .nothing }
            known.join(from.traits)
            known.join(to.traits)
            guard from.formula != to.formula else {
                throw Complaint(
                    "same-party", payee.position, zh: "付款方与收款方是同一方。请改正其一。",
                    en: "The payer and the payee are the same party. Correct one of them.")
            }
            return .payment(payer: from.formula, payee: to.formula, amount: checked.formula)
        }
    }

    private mutating func balance(
        _ word: SyntaxWord, _ isIndexed: Bool, _ known: inout Traits
    ) throws(Complaint) -> Rule.Outcome {
        guard let meaning = scope.find(word.name)?.meaning else { throw scope.unknown(word) }
        if case .mistaken = meaning { return .nothing }
        guard !isIndexed, case .value(let index) = meaning, constants.rule(index).type == .quantity(.money),
            constants.rule(index).variables.count == 1,
            case .members(let list) = constants.rule(index).variables[0].domain, list.first?.sort == .party
        else {
            throw Complaint(
                "bad-balance", word.position,
                zh: "balance 之后须是按缔约方分列的金额，如 let 净额 \"net\" for 省 in 成员 = …；且 pay 本身不带 for。",
                en: "After balance stands an amount for each party of a list, as in let 净额 \"net\" for 省 in 成员 = …;"
                    + " the payment itself has no for.")
        }
        if traits[index].cause != nil {
            var missing = Traits.variable
            missing.cause = Traits.MissingCause(position: word.position, name: word.name)
            try requirePresence(CheckedExpression(formula: .boolean(true), type: .boolean, traits: missing))
        }
        known.join(traits[index])
        return .balance(
            Formula.Reference(rule: index, arguments: []), list)
    }

    /// Nil where the party was already reported as wrong.
    private mutating func party(_ reference: SyntaxReference) throws(Complaint) -> CheckedExpression? {
        let isLocal = locals.contains { UTF8Order.areEqual($0.name, reference.name) }
        if !isLocal, scope.find(reference.name) == nil { throw notAParty(reference) }
        switch scope.find(reference.name)?.meaning {
        case .mistaken: return nil
        case .list, .payment, .unit: throw notAParty(reference)
        case .member, .value, nil: break
        }
        let checked = try value(reference)
        if checked.type.isUnknown { return nil }
        guard case .member(.party, _) = checked.type else { throw notAParty(reference) }
        try requirePresence(checked)
        return checked
    }

    private func notAParty(_ reference: SyntaxReference) -> Complaint {
        Vocabulary.unknown(
            "not-a-party", reference.name, reference.position, among: members.parties.map(\.role),
            Bilingual(zh: "缔约方", en: "party"))
    }

    private mutating func requireMoney(
        _ checked: CheckedExpression, at position: SourcePosition
    ) throws(Complaint) {
        if checked.type.isUnknown { return }
        guard checked.type == .quantity(.money) else {
            throw Complaint(
                "amount-not-money", position,
                zh: "支付的须是金额（元、万元、亿元），而不是\(checked.type.name(units).zh)。",
                en: "What is paid must be money (元, 万元, 亿元), not \(checked.type.name(units).en).")
        }
        guard checked.traits.isConstant, checked.traits.cause == nil else { return }
        do throws(SettlementObstacle) {
            _ = try constants.amount(of: checked.formula)
        } catch {
            throw Complaint(error.code, position, zh: error.message.zh, en: error.message.en)
        }
    }
}
