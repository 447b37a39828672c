import Compensation
import Federation
import Presentation

/// 拨款、收款与强制收扣.
extension MoneyDesk {
    func payments(_ agreement: String?) async throws -> PaymentList {
        let view = await node.view
        return PaymentList(try Self.agreements(agreement, in: view), Self.desk(view))
    }

    func pay(_ form: MoneyCommand.PaymentForm) async throws -> MoneyReceipt {
        let typed = try TypedPayment(form)
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已记录拨款 \(form.statement)。", en: "Payment \(form.statement) recorded.")
        ) { view in
            let money = try Self.money(form.agreement, typed.year, form.digest, in: view)
            try Self.requireParty(money, view)
            try Typed.hasCome(typed.paidOn, "--paid-on", view.desk.now)
            let entry = try typed.entry(form, money, payer: view.member.code)
            return [
                (Draft(channel: money.terms.entry.channel, entry: .payment(entry)), Self.fields(entry))
            ]
        }
    }

    private static func fields(_ entry: PaymentEntry) -> [(Bilingual, String)] {
        [
            (Bilingual(zh: "文号", en: "number"), entry.statementNumber),
            (Bilingual(zh: "付款方 → 收款方", en: "payer → payee"), "\(entry.payer.text) → \(entry.payee.text)"),
            (Bilingual(zh: "金额", en: "amount"), "¥\(entry.amount.formattedYuan) \(entry.amount.capitals)"),
            (Bilingual(zh: "收款国库", en: "receiving treasury"), entry.details.treasury),
            (Bilingual(zh: "汇款附言", en: "memo"), entry.details.memo),
            (Bilingual(zh: "付款日期", en: "paid on"), entry.paidOn.text),
        ]
            + entry.items.map { item in
                let what = item.purpose.name
                return (
                    Bilingual(zh: "\(item.year.text) 年度\(what.zh)", en: "\(what.en) \(item.year.text)"),
                    "¥\(item.amount.formattedYuan)"
                )
            }
    }

    /// Payments by number or place, of any agreement this node reads.
    static func payment(_ text: String, in view: NodeView) throws -> (payment: PaymentCase, money: AgreementMoney) {
        let all = try agreements(in: view).flatMap { money in money.payments.map { (payment: $0, money: money) } }
        let place = Typed.place(text)
        let found = all.filter { line in
            if let place { return line.payment.reference == place }
            return line.payment.entry.statementNumber.sameBytes(as: text)
        }
        guard !found.isEmpty else {
            throw CommandFailure(
                zh: "没有拨款“\(text)”；查看 tongzhou payments list", en: "no payment “\(text)”; see tongzhou payments list")
        }
        // Payers number as they like: one's own receipts come first, and of one payer the payment that counts.
        let mine = found.filter { $0.payment.entry.payee == view.member.code }
        let near = mine.isEmpty ? found : mine
        let standing = near.filter { line in
            switch line.payment.standing {
            case .repeatedNumber, .replaced: false
            case .counts, .waits, .unknownClaim: true
            }
        }
        guard let only = standing.isEmpty ? near.first : standing.first, standing.count <= 1 else {
            let places = standing.map(\.payment.reference.text).joined(separator: ", ")
            throw CommandFailure(
                zh: "有几笔拨款的文号都是“\(text)”，请写日志位置：\(places)",
                en: "several payments bear the number “\(text)”, name one by its place: \(places)")
        }
        return only
    }

    /// Money that the centre has collected and passed on, by the place of its entry; nil where the text names none.
    static func collection(
        _ text: String, in view: NodeView
    ) throws -> (deduction: ForcedDeductionCase, money: AgreementMoney)? {
        guard let place = Typed.place(text) else { return nil }
        for money in try agreements(in: view) {
            let found = money.forcedDeductions.first { $0.reference == place }
            if let found { return (found, money) }
        }
        return nil
    }

    func notice(_ text: String) async throws -> any Report {
        let view = await node.view
        if let (deduction, money) = try Self.collection(text, in: view) {
            return CollectionNotice(deduction, money, PartyNames(view.docket, money.terms))
        }
        let (payment, money) = try Self.payment(text, in: view)
        return PaymentNotice(payment, PartyNames(view.docket, money.terms))
    }

    func receive(_ form: MoneyCommand.ReceiptForm) async throws -> MoneyReceipt {
        let amount = try Typed.amount(form.amount, "--amount")
        let day = try Typed.day(form.receivedOn, "--received-on")
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已确认收款 \(form.payment)。", en: "Payment \(form.payment) confirmed as received.")
        ) { view in
            let (payment, money) = try Self.payment(form.payment, in: view)
            guard payment.entry.payee == view.member.code else {
                throw CommandFailure(zh: "本方不是这笔拨款的收款方。", en: "This party is not the payee of that payment.")
            }
            guard payment.standing == .counts else {
                throw CommandFailure(
                    zh: "这笔拨款不计入应付款，不能确认；查看 tongzhou payments list",
                    en: "that payment does not count, so it cannot be confirmed; see tongzhou payments list")
            }
            guard payment.receipt == nil else {
                throw CommandFailure(zh: "这笔拨款早已确认。", en: "That payment has been confirmed already.")
            }
            guard payment.entry.amount == amount else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "对方所述金额为 \(payment.entry.amount.formattedYuan) 元，与 --amount 不符；请与对方核对。",
                    en:
                        "the payer said \(payment.entry.amount.formattedYuan) yuan, not --amount; compare with the payer."
                )
            }
            try Typed.hasCome(day, "--received-on", view.desk.now)
            guard payment.entry.paidOn.start <= day.start else {
                throw CommandFailure(zh: "到账日早于付款日。", en: "It cannot arrive before it was paid.")
            }
            let entry = PaymentReceivedEntry(
                key: Self.key(money), payment: payment.reference, amount: amount, receivedOn: day)
            return [
                (
                    Draft(channel: money.terms.entry.channel, entry: .paymentReceived(entry)),
                    [
                        (Bilingual(zh: "文号", en: "number"), payment.entry.statementNumber),
                        (Bilingual(zh: "金额", en: "amount"), "¥\(amount.formattedYuan)"),
                        (Bilingual(zh: "到账日", en: "received on"), day.text),
                    ]
                )
            ]
        }
    }

    /// The centre takes what is overdue with the agreed addition and passes it on.
    func collect(_ form: MoneyCommand.CollectionForm) async throws -> MoneyReceipt {
        let year = try Typed.year(form.year)
        let amount = try Typed.amount(form.amount, "--amount")
        let payer = try Typed.party(form.payer, "PAYER")
        let payee = try Typed.party(form.payee, "PAYEE")
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已强制收扣并转拨。", en: "Collected and passed on.")
        ) { view in
            let channel = try Self.requireCentre(view)
            let money = try Self.money(form.agreement, year, form.digest, in: view)
            let claim = try TypedPayment.claim(money, year, payer, payee, form.river)
            guard claim.isLate(at: view.desk.now) else {
                throw CommandFailure(
                    zh: "最后付款日为 \(claim.dueOn.text)，待付 \(claim.unpaid.formattedYuan) 元，尚未逾期。",
                    en: "due on \(claim.dueOn.text) with \(claim.unpaid.formattedYuan) yuan unpaid: nothing is overdue."
                )
            }
            guard claim.unpaid == amount, let surcharge = AgreementMoney.surcharge(on: amount, money.rules) else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "逾期未付为 \(claim.unpaid.formattedYuan) 元，与 --amount 不符。",
                    en: "what is overdue is \(claim.unpaid.formattedYuan) yuan, not --amount.")
            }
            let entry = ForcedDeductionEntry(
                key: Self.key(money), clearing: claim.clearing, payer: payer, payee: payee,
                river: claim.transfer.river, cut: Self.desk(view).cut(of: money.terms), overdue: amount,
                surcharge: surcharge)
            return [
                (
                    Draft(channel: channel, entry: .forcedDeduction(entry)),
                    [
                        (Bilingual(zh: "付款方 → 收款方", en: "payer → payee"), "\(payer.text) → \(payee.text)"),
                        (Bilingual(zh: "逾期金额", en: "overdue"), "¥\(amount.formattedYuan)"),
                        (
                            Bilingual(
                                zh: "加收 \(money.rules.surchargePercent)%（四舍五入至分）",
                                en: "addition of \(money.rules.surchargePercent)% (half up to the fen)"),
                            "¥\(surcharge.formattedYuan)"
                        ),
                        (Bilingual(zh: "一并转拨", en: "passed on"), "¥\(entry.total?.formattedYuan ?? "-")"),
                    ]
                )
            ]
        }
    }
}
