public import Compensation
public import Federation

/// 强制收扣结算单, the notice of money that the centre has collected by force and passed on: whose, to whom, the overdue
/// amount and the addition, the sum in figures and in capitals.
public struct CollectionNotice: Report {
    private let deduction: ForcedDeductionCase
    private let year: Period?
    private let names: PartyNames

    public init(_ deduction: ForcedDeductionCase, _ money: AgreementMoney, _ names: PartyNames) {
        self.deduction = deduction
        self.names = names
        year = money.clearings.first { $0.record.reference == deduction.entry.clearing }?.entry.year
    }

    public var json: JSONValue {
        guard case .object(let object) = Self.json(deduction) else { return .members([("schema", 1)]) }
        return .members([("schema", 1)] + object.members.map { ($0.name, $0.value) })
    }

    static func json(_ deduction: ForcedDeductionCase) -> JSONValue {
        let entry = deduction.entry
        var waits: String?
        if case .waits(let log) = deduction.standing { waits = log }
        return .members([
            ("place", .string(deduction.reference.text)), ("agreement", .string(entry.key.agreement.text)),
            ("clearing", .string(entry.clearing.text)), ("payer", .string(entry.payer.text)),
            ("payee", .string(entry.payee.text)), ("river", entry.river.map { .string($0) }),
            ("overdue_fen", .integer(entry.overdue.count)), ("surcharge_fen", .integer(entry.surcharge.count)),
            ("total_fen", entry.total.map { .integer($0.count) }),
            ("total_capitals", entry.total.map { .string($0.capitals) }),
            ("collected_on", day(deduction).map { .string($0.text) }),
            ("valid", .bool(deduction.isValid)), ("waits_for", waits.map { .string($0) }),
        ])
    }

    private static func day(_ deduction: ForcedDeductionCase) -> Period? {
        deduction.record.at.civilTime.flatMap { PeriodKind.day.period(containing: $0) }
    }

    public func text(_ language: Language) -> String {
        let entry = deduction.entry
        let river = entry.river.map { "\($0) " } ?? ""
        let cleared = year.map { year in
            Bilingual(
                zh: "\(river)\(year.text) 年度清算，逾期未付", en: "\(river)clearing \(year.text), not paid in time")
        }
        let rows: [(Bilingual, String)] = [
            (Bilingual(zh: "付款方", en: "payer"), names.name(entry.payer, language)),
            (Bilingual(zh: "收款方", en: "payee"), names.name(entry.payee, language)),
            (Bilingual(zh: "金额（大写）", en: "amount in capitals"), entry.total.map { "人民币\($0.capitals)" } ?? "-"),
            (Bilingual(zh: "金额（小写）", en: "amount"), entry.total.map { "¥\($0.formattedYuan)" } ?? "-"),
            (Bilingual(zh: "其中：逾期金额", en: "of this, overdue"), "¥\(entry.overdue.formattedYuan)"),
            (Bilingual(zh: "其中：加收", en: "of this, the addition"), "¥\(entry.surcharge.formattedYuan)"),
            (Bilingual(zh: "用途", en: "for"), cleared?(language) ?? "-"),
            (Bilingual(zh: "所付清算", en: "clearing"), entry.clearing.text),
            (Bilingual(zh: "协议", en: "agreement"), entry.key.agreement.text),
            (
                Bilingual(zh: "收扣方式", en: "how"),
                Bilingual(zh: "中央节点强制收扣并转拨", en: "collected by the centre and passed on")(language)
            ),
            (Bilingual(zh: "收扣日期", en: "collected on"), Self.day(deduction)?.text ?? "-"),
            (Bilingual(zh: "状态", en: "state"), MoneyWording.standing(deduction.standing)(language)),
            (Bilingual(zh: "日志位置", en: "place in the log"), deduction.reference.text),
        ]
        return PaymentNotice.rendered(
            Bilingual(zh: "横向生态保护补偿资金强制收扣结算单", en: "Statement of funds collected by force"), rows, language)
    }
}
