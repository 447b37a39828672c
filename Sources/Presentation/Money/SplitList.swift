public import Compensation
public import Federation

/// What `splits` shows: received payments divided among districts, to the fen.
public struct SplitList: Report {
    private let splits: [EntryRecord<SplitEntry>]

    public init(_ agreements: [AgreementMoney], _ docket: Docket) {
        splits = agreements.flatMap { $0.accounts(docket).flatMap(\.splits) }
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "splits",
                .array(
                    splits.map { record in
                        .members([
                            ("place", .string(record.reference.text)),
                            ("agreement", .string(record.body.key.agreement.text)),
                            ("payment", .string(record.body.payment.text)),
                            ("amount_fen", .integer(record.body.amount.count)),
                            ("shares", .array(record.body.shares.map(\.json))),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "splits" }

    public func text(_ language: Language) -> String {
        guard !splits.isEmpty else {
            return Bilingual(zh: "没有内部分配。", en: "Nothing has been divided.")(language) + "\n"
        }
        let titles = [
            Bilingual(zh: "拨款", en: "payment"), Bilingual(zh: "区县", en: "district"),
            Bilingual(zh: "份额", en: "factor"), Bilingual(zh: "金额", en: "amount"),
        ].map { $0(language) }
        let rows = splits.flatMap { record in
            record.body.shares.map { share in
                [
                    record.body.payment.text, "\(share.name) \(share.party.text)", String(share.factor),
                    MoneyWording.amount(share.amount, language),
                ]
            }
        }
        let note = Bilingual(
            zh: "按份额向下取至分，余下的分按舍去最多者依次各加一分（最大余额法），合计分毫不差。",
            en: "Rounded down to the fen; the fen left over go one each to those that lost most (largest remainder).")
        return TextTable.rendered(titles, rightAligned: [2, 3], rows: rows) + "\n" + note(language) + "\n"
    }
}
