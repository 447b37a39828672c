/// Who pays whom how much.
extension Evaluator {
    mutating func pay(_ index: Int, _ cases: [Rule.Case]) throws(SettlementObstacle) -> [Transfer] {
        for (chosen, entry) in cases.enumerated() {
            if let condition = entry.condition {
                guard try value(of: condition).isTrue else { continue }
            }
            let transfers: [Transfer]
            switch entry.outcome {
            case .nothing: transfers = []
            case .balance(let reference, let list): transfers = try balance(index, reference, list)
            case .payment(let payer, let payee, let amount):
                transfers = [try payment(index, payer, payee, amount)]
            }
            if isTracing { record(index, step(rule(index), cases, chosen: chosen, transfers)) }
            return transfers.filter { $0.amount > .zero }
        }
        throw .withoutData
    }

    private mutating func payment(
        _ index: Int, _ payer: Formula, _ payee: Formula, _ amount: Formula
    ) throws(SettlementObstacle) -> Transfer {
        guard case .member(let from) = try value(of: payer), case .member(let to) = try value(of: payee) else {
            throw .withoutData
        }
        guard from != to else {
            let name = instanceName(rule(index), locals)
            throw SettlementObstacle(
                "same-party", zh: "“\(name)”的付款方与收款方是同一方。请在方案中写明此种情形。",
                en: "In \"\(name)\" payer and payee are the same party."
                    + " Provide for this case in the scheme.")
        }
        return transfer(index, from.place, to.place, try self.amount(of: amount))
    }

    private func transfer(_ index: Int, _ from: Int, _ to: Int, _ amount: Fen) -> Transfer {
        Transfer(
            payer: program.members.parties[from].code, payee: program.members.parties[to].code, amount: amount,
            article: program.rules[index].article, name: instanceName(program.rules[index], locals))
    }

    /// Net amounts made into transfers, in the order of the list.
    private mutating func balance(
        _ index: Int, _ reference: Formula.Reference, _ list: [Member]
    ) throws(SettlementObstacle) -> [Transfer] {
        var open: [(party: Int, fen: Fen)] = []
        var sum = Rational.zero
        for member in list {
            guard case .quantity(let yuan) = try value(of: reference.rule, [.member(member)]) else {
                throw .withoutData
            }
            sum = sum + yuan
            open.append((member.place, try Self.fen(yuan)))
        }
        guard sum == .zero else {
            throw SettlementObstacle(
                "unbalanced", zh: "“\(rule(reference.rule).name)”各方之和不为零，无法轧差。请核对方案。",
                en: "The amounts of \"\(rule(reference.rule).name)\" do not sum to zero. Check the scheme.")
        }
        var transfers: [Transfer] = []
        for payer in open.indices {
            for payee in open.indices where open[payer].fen < .zero && open[payee].fen > .zero {
                guard let debt = Fen.zero.subtracting(open[payer].fen) else { continue }
                let amount = min(debt, open[payee].fen)
                transfers.append(transfer(index, open[payer].party, open[payee].party, amount))
                open[payer].fen = open[payer].fen.adding(amount) ?? .zero
                open[payee].fen = open[payee].fen.subtracting(amount) ?? .zero
            }
        }
        return transfers
    }

    /// What an amount comes to in fen; never negative.
    mutating func amount(of formula: Formula) throws(SettlementObstacle) -> Fen {
        guard case .quantity(let yuan) = try value(of: formula) else { throw .withoutData }
        guard !yuan.isNegative else {
            throw SettlementObstacle(
                "negative-amount",
                zh: "支付金额为负（\(yuan.text) 元）。请在方案中分情形写明由谁支付。",
                en: "The amount to pay is negative (\(yuan.text) yuan)."
                    + " Say in the scheme, case by case, who pays.")
        }
        return try Self.fen(yuan)
    }

    /// The negative of an amount must fit as well as the amount.
    private static func fen(_ yuan: Rational) throws(SettlementObstacle) -> Fen {
        if let fen = Fen(yuan: yuan), Fen.zero.subtracting(fen) != nil { return fen }
        guard (yuan * Rational(100)).isInteger else {
            throw SettlementObstacle(
                "not-whole-fen",
                zh: "支付金额 \(yuan.text) 元不是整数分。请在方案中写明修约，如 round … to 0.01 元 by half-even。",
                en: "The amount, \(yuan.text) yuan, is no whole number of fen."
                    + " Say in the scheme how to round, as in round … to 0.01 元 by half-even.")
        }
        throw SettlementObstacle(
            "number-too-large", zh: "支付金额 \(yuan.text) 元超出范围（至多 2^63 − 1 分）。请核对方案和数据。",
            en: "The amount, \(yuan.text) yuan, is more than 2^63 − 1 fen. Check the scheme and the data.")
    }
}
