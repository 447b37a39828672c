public import Compensation
public import Federation

/// 结算单, the notice of one payment as finance departments send it: number, payer, payee, amount in figures and in
/// capitals, receiving treasury, memo and budget subjects.
public struct PaymentNotice: Report {
    private let payment: PaymentCase
    private let names: PartyNames

    public init(_ payment: PaymentCase, _ names: PartyNames) {
        self.payment = payment
        self.names = names
    }

    public var json: JSONValue {
        guard case .object(let object) = Self.json(payment) else { return .members([("schema", 1)]) }
        return .members([("schema", 1)] + object.members.map { ($0.name, $0.value) })
    }

    static func json(_ payment: PaymentCase) -> JSONValue {
        let entry = payment.entry
        return .members(
            [
                ("place", .string(payment.reference.text)), ("agreement", .string(entry.key.agreement.text)),
                ("statement_number", .string(entry.statementNumber)), ("payer", .string(entry.payer.text)),
                ("payee", .string(entry.payee.text)), ("amount_fen", .integer(entry.amount.count)),
                ("amount_capitals", .string(entry.amount.capitals)), ("paid_on", .string(entry.paidOn.text)),
                ("items", .array(entry.items.map(\.json))),
                ("received_on", payment.receipt.map { .string($0.body.receivedOn.text) }),
                ("standing", .string(MoneyWording.code(payment.standing))),
                ("owed_again", payment.isOwedAgain ? .bool(true) : nil),
            ] + entry.details.fields)
    }

    /// `2023 年度清算 2550 万元；2024 年度预拨 100 万元`.
    static func purposes(_ entry: PaymentEntry, _ language: Language) -> String {
        let items = entry.items.map { item in
            let purpose = item.purpose.name
            let river = item.river.map { "\($0) " } ?? ""
            return Bilingual(
                zh: "\(river)\(item.year.text) 年度\(purpose.zh) \(item.amount.formattedWanYuan) 万元",
                en: "\(river)\(purpose.en) \(item.year.text) \(item.amount.formattedYuan) yuan")(language)
        }
        return Punctuation.list(items, language)
    }

    public func text(_ language: Language) -> String {
        let entry = payment.entry
        let details = entry.details
        let received = payment.receipt.map(\.body.receivedOn.text)
        let rows: [(Bilingual, String)] = [
            (Bilingual(zh: "文号", en: "number"), entry.statementNumber),
            (
                Bilingual(zh: "付款单位", en: "payer"),
                details.payerUnit + Punctuation.aside(names.name(entry.payer, language), language)
            ),
            (
                Bilingual(zh: "收款单位", en: "payee"),
                details.payeeUnit + Punctuation.aside(names.name(entry.payee, language), language)
            ),
            (Bilingual(zh: "金额（大写）", en: "amount in capitals"), "人民币\(entry.amount.capitals)"),
            (Bilingual(zh: "金额（小写）", en: "amount"), "¥\(entry.amount.formattedYuan)"),
            (Bilingual(zh: "收款国库", en: "receiving treasury"), details.treasury),
            (Bilingual(zh: "汇款附言", en: "memo"), details.memo),
            (Bilingual(zh: "支出功能分类科目", en: "budget subject"), details.budgetSubject),
            (Bilingual(zh: "政府预算支出经济分类科目", en: "economic subject"), details.economicSubject),
            (Bilingual(zh: "资金来源", en: "source of funds"), details.fundSource),
            (Bilingual(zh: "用途", en: "for"), Self.purposes(entry, language)),
            (Bilingual(zh: "协议", en: "agreement"), entry.key.agreement.text),
            (Bilingual(zh: "付款日期", en: "paid on"), entry.paidOn.text),
            (Bilingual(zh: "收款确认", en: "received on"), received ?? Bilingual(zh: "待确认", en: "not yet")(language)),
            (Bilingual(zh: "日志位置", en: "place in the log"), payment.reference.text),
        ]
        return Self.rendered(
            Bilingual(zh: "横向生态保护补偿资金结算单", en: "Statement of ecological compensation funds"), rows, language)
    }

    /// A title, and a line for each label with its value.
    static func rendered(_ title: Bilingual, _ rows: [(Bilingual, String)], _ language: Language) -> String {
        let width = rows.map { DisplayWidth.of($0.0(language)) }.max() ?? 0
        let lines = rows.map { label, value in
            let room = String(repeating: " ", count: width - DisplayWidth.of(label(language)))
            return label(language) + room + "  " + TerminalText.visible(value)
        }
        return ([title(language)] + lines).joined(separator: "\n") + "\n"
    }
}
