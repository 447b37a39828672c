import Compensation
public import Federation

/// A claim in a list: who owes whom how much, until when, and how much of it is done.
public struct ClaimRow: Sendable {
    let agreement: String
    let claim: Claim
    let names: PartyNames
    let isLate: Bool

    public init(_ claim: Claim, _ terms: AgreementTerms, _ docket: Docket, now: Timestamp) {
        agreement = terms.entry.agreement.text
        self.claim = claim
        names = PartyNames(docket, terms)
        isLate = claim.isLate(at: now)
    }

    var json: JSONValue {
        .members([
            ("agreement", .string(agreement)), ("year", .string(claim.year.text)),
            ("clearing", .string(claim.clearing.text)), ("payer", .string(claim.transfer.payer.text)),
            ("payee", .string(claim.transfer.payee.text)), ("river", claim.transfer.river.map { .string($0) }),
            ("amount_fen", .integer(claim.transfer.amount.count)), ("due_on", .string(claim.dueOn.text)),
            ("paid_fen", .integer(claim.paid.count)), ("received_fen", .integer(claim.received.count)),
            ("unconfirmed_fen", .integer(claim.unconfirmed.count)),
            ("replaced_fen", .integer(claim.replaced.count)), ("collected_fen", .integer(claim.collected.count)),
            ("surcharge_fen", .integer(claim.surcharges.count)), ("unpaid_fen", .integer(claim.unpaid.count)),
            ("outstanding_fen", .integer(claim.outstanding.count)), ("late", .bool(isLate)),
        ])
    }

    static func table(_ rows: [ClaimRow], _ language: Language) -> String {
        let titles = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "年度", en: "year"),
            Bilingual(zh: "付款方 → 收款方", en: "payer → payee"), Bilingual(zh: "应付", en: "owed"),
            Bilingual(zh: "已付", en: "paid"), Bilingual(zh: "已到账", en: "received"),
            Bilingual(zh: "待付", en: "unpaid"), Bilingual(zh: "最后付款日", en: "due on"),
            Bilingual(zh: "状态", en: "state"),
        ].map { $0(language) }
        return TextTable.rendered(titles, rightAligned: [3, 4, 5, 6], rows: rows.map { $0.cells(language) })
    }

    func cells(_ language: Language) -> [String] {
        let river = claim.transfer.river.map { Punctuation.aside($0, language) } ?? ""
        return [
            agreement, claim.year.text,
            names.pair(claim.transfer.payer, claim.transfer.payee, language) + TerminalText.visible(river),
            MoneyWording.amount(claim.transfer.amount, language), MoneyWording.amount(claim.paid, language),
            MoneyWording.amount(claim.received, language), MoneyWording.amount(claim.unpaid, language),
            claim.dueOn.text, state(language),
        ]
    }

    func state(_ language: Language) -> String {
        if claim.unpaid < .zero { return Bilingual(zh: "超付", en: "overpaid")(language) }
        if claim.unpaid > .zero {
            let state = isLate ? Bilingual(zh: "逾期", en: "late") : Bilingual(zh: "待付", en: "to be paid")
            let said = Bilingual(zh: "称已付而未确认", en: "said paid, not confirmed")(language)
            return state(language) + (claim.unconfirmed > .zero ? Punctuation.aside(said, language) : "")
        }
        if claim.outstanding > .zero { return Bilingual(zh: "待确认收款", en: "receipt waits")(language) }
        if claim.collected > .zero { return Bilingual(zh: "已强制收扣", en: "collected by the centre")(language) }
        return Bilingual(zh: "已结清", en: "settled")(language)
    }
}
