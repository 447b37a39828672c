public import Compensation
public import Federation

/// What `payments list` shows: what is owed, and every payment with its receipt.
public struct PaymentList: Report {
    private let claims: [ClaimRow]
    private let payments: [(payment: PaymentCase, names: PartyNames)]
    private let collected: [(deduction: ForcedDeductionCase, names: PartyNames)]

    public init(_ agreements: [AgreementMoney], _ desk: ClearingDesk) {
        claims = agreements.flatMap { money in
            money.claims.map { ClaimRow($0, money.terms, desk.docket, now: desk.now) }
        }
        payments = agreements.flatMap { money in
            money.payments.map { ($0, PartyNames(desk.docket, money.terms)) }
        }
        collected = agreements.flatMap { money in
            money.forcedDeductions.map { ($0, PartyNames(desk.docket, money.terms)) }
        }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("claims", .array(claims.map(\.json))),
            ("payments", .array(payments.map { PaymentNotice.json($0.payment) })),
            ("forced_deductions", .array(collected.map { CollectionNotice.json($0.deduction) })),
        ])
    }

    public var rowsMember: String? { "payments" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        var blocks: [String] = []
        if !claims.isEmpty { blocks.append(ClaimRow.table(claims, language)) }
        if !payments.isEmpty {
            let titles = [
                Bilingual(zh: "文号", en: "number"), Bilingual(zh: "付款方 → 收款方", en: "payer → payee"),
                Bilingual(zh: "金额", en: "amount"), Bilingual(zh: "付款日", en: "paid on"),
                Bilingual(zh: "到账日", en: "received on"), Bilingual(zh: "用途", en: "for"),
                Bilingual(zh: "状态", en: "state"),
            ]
            let more = [
                Bilingual(zh: "位置", en: "place"), Bilingual(zh: "付款单位", en: "payer's office"),
                Bilingual(zh: "收款单位", en: "payee's office"), Bilingual(zh: "国库", en: "treasury"),
            ]
            let rows = payments.map { payment, names in
                let row = [
                    payment.entry.statementNumber, names.pair(payment.entry.payer, payment.entry.payee, language),
                    MoneyWording.amount(payment.entry.amount, language), payment.entry.paidOn.text,
                    payment.receipt?.body.receivedOn.text ?? "-", PaymentNotice.purposes(payment.entry, language),
                    MoneyWording.standing(payment)(language),
                ]
                let entry = payment.entry
                let details = entry.details
                let rest = [payment.reference.text, details.payerUnit, details.payeeUnit, details.treasury]
                return row + (wide ? rest : [])
            }
            let columns = (titles + (wide ? more : [])).map { $0(language) }
            blocks.append(TextTable.rendered(columns, rightAligned: [2], rows: rows))
        }
        blocks += collected.map { line in
            let entry = line.deduction.entry
            let text = Bilingual(
                zh:
                    "强制收扣：\(names(line, language)) 逾期 \(entry.overdue.formattedWanYuan) 万元，加收 \(entry.surcharge.formattedWanYuan) 万元，一并转拨",
                en:
                    "collected by the centre: \(names(line, language)) overdue \(entry.overdue.formattedYuan) yuan with an addition of \(entry.surcharge.formattedYuan) yuan, passed on"
            )
            let place = " [\(line.deduction.reference.text)]"
            let doubt = Punctuation.aside(MoneyWording.standing(line.deduction.standing)(language), language)
            return text(language) + place + (line.deduction.isValid ? "" : doubt)
        }
        return blocks.isEmpty
            ? Bilingual(zh: "还没有应付款和拨款。", en: "Nothing is owed and nothing was paid.")(language) + "\n"
            : blocks.joined(separator: "\n\n") + "\n"
    }

    private func names(_ line: (deduction: ForcedDeductionCase, names: PartyNames), _ language: Language) -> String {
        line.names.pair(line.deduction.entry.payer, line.deduction.entry.payee, language)
    }
}
