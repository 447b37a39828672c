/// Who pays whom in which case, and that no case of missing data is forgotten.
extension SchemeChecker {
    mutating func check(
        _ cases: [SyntaxStatement.Case], of declaration: SyntaxStatement.Declaration
    ) throws(Complaint) -> [Rule.Case] {
        var result: [Rule.Case] = []
        var present: [String] = []
        for (index, entry) in cases.enumerated() {
            var condition: Formula?
            if case .when(let expression) = entry.condition {
                let checked = try check(expression)
                try require(checked, .boolean, at: expression.start)
                try requirePresence(in: expression, given: present)
                present += Self.namesFoundPresent(after: expression)
                condition = checked.formula
            } else if index + 1 < cases.count {
                throw Complaint(
                    "case-after-otherwise", cases[index + 1].position,
                    zh: "otherwise 之后的情形永远不会用到。请把 otherwise 移到最后。",
                    en: "A case after otherwise is never reached. Move otherwise to the end.")
            }
            result.append(Rule.Case(condition: condition, outcome: try check(entry.outcome, given: present)))
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
        _ outcome: SyntaxStatement.Case.Outcome, given present: [String]
    ) throws(Complaint) -> Rule.Outcome {
        guard case .payment(let payer, let payee, let amount) = outcome else { return .nothing }
        let payerCode = try party(payer)
        let payeeCode = try party(payee)
        let checked = try check(amount)
        try requirePresence(in: amount, given: present)
        try requireMoney(checked, at: amount.start)
        guard let payerCode, let payeeCode else { return .nothing }
        guard payerCode != payeeCode else {
            throw Complaint(
                "same-party", payee.position, zh: "付款方与收款方是同一方。请改正其一。",
                en: "The payer and the payee are the same party. Correct one of them.")
        }
        return .payment(Rule.Payment(payer: payerCode, payee: payeeCode, amount: checked.formula))
    }

    /// Nil where the party was already reported as wrong.
    private func party(_ reference: SyntaxExpression.Reference) throws(Complaint) -> PartyCode? {
        let definition = scope.find(reference.name)
        switch definition?.meaning {
        case .party(let code): return code
        case .mistaken: return nil
        case .section, .value, .payment, nil:
            let parties = scope.definitions.compactMap { definition in
                if case .party = definition.meaning { definition.name } else { nil }
            }
            throw Vocabulary.unknown(
                "not-a-party", reference.name, reference.position, among: parties,
                Bilingual(zh: "缔约方", en: "party"))
        }
    }

    private func requireMoney(_ checked: CheckedExpression, at position: SourcePosition) throws(Complaint) {
        if case .unknown = checked.type.kind { return }
        guard checked.type.kind == .quantity(.money) else {
            throw Complaint(
                "amount-not-money", position,
                zh: "支付的须是金额（元、万元、亿元），而不是\(checked.type.name.zh)。",
                en: "What is paid must be money (元, 万元, 亿元), not \(checked.type.name.en).")
        }
        if checked.isConstant { _ = try constantAmount(checked.formula, at: position) }
    }

    private func constantAmount(_ formula: Formula, at position: SourcePosition) throws(Complaint) -> Fen {
        do throws(SettlementObstacle) {
            return try constants.amount(of: formula)
        } catch {
            throw Complaint(error.code, position, zh: error.message.zh, en: error.message.en)
        }
    }

    /// Refuses the use of a value that may be missing unless an earlier case has dealt with that.
    private func requirePresence(in expression: SyntaxExpression, given present: [String]) throws(Complaint) {
        switch expression.form {
        case .number, .waterClass, .missing, .mean: return
        case .not(let inner), .negative(let inner): try requirePresence(in: inner, given: present)
        case .binary(_, let left, let right):
            try requirePresence(in: left, given: present)
            try requirePresence(in: right, given: present)
        case .round(let inner, let step, _):
            try requirePresence(in: inner, given: present)
            try requirePresence(in: step, given: present)
        case .classOf, .indicatorOf:
            throw Complaint(
                "missing-not-handled", expression.position,
                zh: "此值可能缺失。请先用 let 给它命名，再在前面写 when missing 名称: …。",
                en: "This value can be missing. Name it with let, then write when missing NAME: … before this case.")
        case .name(let name):
            guard case .value(_, let type, _)? = scope.find(name)?.meaning, type.canBeMissing,
                !present.contains(where: { UTF8Order.areEqual($0, name) })
            else { return }
            throw Complaint(
                "missing-not-handled", expression.position,
                zh: "“\(name)”可能因缺数而没有值。请在前面写 when missing \(name): …，说明缺数时如何处理。",
                en: "\"\(name)\" can be missing for lack of data."
                    + " Write when missing \(name): … before this case to say what happens then.")
        }
    }

    /// The names that must have values once the condition was found not to hold: those of its `missing` parts.
    private static func namesFoundPresent(after condition: SyntaxExpression) -> [String] {
        switch condition.form {
        case .missing(let reference): [reference.name]
        case .binary(.or, let left, let right): namesFoundPresent(after: left) + namesFoundPresent(after: right)
        default: []
        }
    }
}
