public import Compensation
public import Federation

/// What `in-kind list` shows.
public struct InKindList: Report {
    private let offers: [(offer: InKindCase, names: PartyNames)]

    public init(_ agreements: [AgreementMoney], _ docket: Docket) {
        offers = agreements.flatMap { money in money.offers.map { ($0, PartyNames(docket, money.terms)) } }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "offers",
                .array(
                    offers.map { offer, _ in
                        .members([
                            ("place", .string(offer.reference.text)),
                            ("agreement", .string(offer.entry.key.agreement.text)),
                            ("payer", .string(offer.entry.payer.text)), ("payee", .string(offer.entry.payee.text)),
                            ("form", .string(offer.entry.form.rawValue)),
                            ("description", .string(offer.entry.description)),
                            ("value_fen", .integer(offer.entry.value.count)),
                            ("replaces_fen", .integer(offer.entry.replaces.count)),
                            ("valid", .bool(offer.isValid)), ("accepted", .bool(offer.acceptance != nil)),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "offers" }

    public func text(_ language: Language) -> String {
        guard !offers.isEmpty else {
            return Bilingual(zh: "没有非资金补偿。", en: "There is no compensation in kind.")(language) + "\n"
        }
        let titles = [
            Bilingual(zh: "位置", en: "place"), Bilingual(zh: "付款方 → 收款方", en: "payer → payee"),
            Bilingual(zh: "形式", en: "form"), Bilingual(zh: "内容", en: "what"), Bilingual(zh: "价值", en: "value"),
            Bilingual(zh: "抵减资金", en: "replaces"), Bilingual(zh: "状态", en: "state"),
        ].map { $0(language) }
        let rows = offers.map { offer, names in
            [
                offer.reference.text, names.pair(offer.entry.payer, offer.entry.payee, language),
                offer.entry.form.name(language), offer.entry.description,
                MoneyWording.amount(offer.entry.value, language), MoneyWording.amount(offer.entry.replaces, language),
                Self.state(offer)(language),
            ]
        }
        return TextTable.rendered(titles, rightAligned: [4, 5], rows: rows) + "\n"
    }

    private static func state(_ offer: InKindCase) -> Bilingual {
        if !offer.isValid { return Bilingual(zh: "不计入", en: "not counted") }
        return offer.acceptance == nil
            ? Bilingual(zh: "待认可", en: "to be accepted") : Bilingual(zh: "已认可", en: "accepted")
    }
}
