import Compensation
import Federation
import Presentation

/// 非资金补偿.
extension MoneyDesk {
    func offers() async throws -> InKindList {
        let view = await node.view
        return InKindList(try Self.agreements(in: view), view.docket)
    }

    func offer(_ form: MoneyCommand.OfferForm) async throws -> MoneyReceipt {
        let year = try Typed.year(form.year)
        let payee = try Typed.party(form.payee, "--payee")
        let value = try Typed.amount(form.value, "--value")
        let replaces = try Typed.amount(form.replaces, "--replaces")
        guard
            let kind = InKindForm.allCases.first(where: {
                $0.rawValue.sameBytes(as: form.form) || $0.name.zh.sameBytes(as: form.form)
            })
        else {
            let known = InKindForm.allCases.map { "\($0.rawValue) \($0.name.zh)" }.joined(separator: ", ")
            throw CommandFailure(
                zh: "--form 的“\(form.form)”无效；可用：\(known)", en: "“\(form.form)” is no form; there are: \(known)")
        }
        guard value >= replaces, replaces > .zero else {
            throw CommandFailure(
                zh: "非资金补偿的价值（\(value.formattedYuan) 元）不得低于所抵减的资金（\(replaces.formattedYuan) 元）。",
                en:
                    "what is offered (\(value.formattedYuan) yuan) must not be worth less than the cash it replaces (\(replaces.formattedYuan) yuan)."
            )
        }
        return try await write(
            dryRun: form.dryRun,
            done: Bilingual(zh: "已提出，待对方认可后抵减资金。", en: "Offered; it replaces cash once the payee has accepted.")
        ) { view in
            let money = try Self.money(form.agreement, year, form.digest, in: view)
            try Self.requireParty(money, view)
            guard money.rules.allowsInKind else {
                throw CommandFailure(
                    zh: "协议未约定可以非资金方式补偿。", en: "The agreement does not allow compensation in kind.")
            }
            let claim = try TypedPayment.claim(money, year, view.member.code, payee, form.river)
            guard replaces <= claim.unpaid else {
                throw CommandFailure(
                    zh: "待付只有 \(claim.unpaid.formattedYuan) 元。",
                    en: "only \(claim.unpaid.formattedYuan) yuan are unpaid.")
            }
            let entry = InKindEntry(
                key: Self.key(money), clearing: claim.clearing, payer: view.member.code, payee: payee,
                river: claim.transfer.river, form: kind, description: form.description, value: value,
                replaces: replaces)
            return [
                (
                    Draft(channel: money.terms.entry.channel, entry: .inKind(entry)),
                    [
                        (Bilingual(zh: "形式", en: "form"), "\(kind.rawValue) \(kind.name.zh)"),
                        (Bilingual(zh: "内容", en: "what"), form.description),
                        (Bilingual(zh: "价值", en: "value"), "¥\(value.formattedYuan)"),
                        (Bilingual(zh: "抵减资金", en: "replaces"), "¥\(replaces.formattedYuan)"),
                    ]
                )
            ]
        }
    }

    func accept(_ text: String, amount: String?, dryRun: Bool) async throws -> MoneyReceipt {
        let expected = try amount.map { try Typed.amount($0, "--amount") }
        return try await write(
            dryRun: dryRun, done: Bilingual(zh: "已认可，相应抵减应收资金。", en: "Accepted; it replaces that much cash.")
        ) { view in
            let all = try Self.agreements(in: view).flatMap { money in money.offers.map { (offer: $0, money: money) } }
            guard let place = Typed.place(text), let found = all.first(where: { $0.offer.reference == place }) else {
                throw CommandFailure(
                    zh: "没有“\(text)”这项非资金补偿；查看 tongzhou in-kind list",
                    en: "no offer “\(text)”; see tongzhou in-kind list")
            }
            let entry = found.offer.entry
            guard entry.payee == view.member.code, found.offer.isValid, found.offer.acceptance == nil else {
                throw CommandFailure(
                    zh: "这项补偿不是提给本方的，或无效，或早已认可。",
                    en: "That offer is not to this party, does not count, or has been accepted already.")
            }
            guard expected.map({ $0 == entry.replaces }) ?? true else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "它抵减 \(entry.replaces.formattedYuan) 元，与 --amount 不符。",
                    en: "it replaces \(entry.replaces.formattedYuan) yuan, not --amount.")
            }
            let unpaid = found.money.unpaid(of: entry)
            guard entry.replaces <= unpaid else {
                throw CommandFailure(
                    ExitCode.integrity, zh: "待付只有 \(unpaid.formattedYuan) 元，不足它所抵减的 \(entry.replaces.formattedYuan) 元。",
                    en:
                        "only \(unpaid.formattedYuan) yuan are unpaid, less than the \(entry.replaces.formattedYuan) it replaces."
                )
            }
            let acceptance = InKindAcceptanceEntry(key: Self.key(found.money), offer: place)
            return [
                (
                    Draft(channel: found.money.terms.entry.channel, entry: .inKindAcceptance(acceptance)),
                    [
                        (Bilingual(zh: "内容", en: "what"), entry.description),
                        (Bilingual(zh: "抵减资金", en: "replaces"), "¥\(entry.replaces.formattedYuan)"),
                    ]
                )
            ]
        }
    }
}
