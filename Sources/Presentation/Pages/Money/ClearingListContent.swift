public import Compensation
import Federation

/// Each agreement and year with its clearing, and what is owed by them.
public struct ClearingListContent: PageContent {
    private let list: ClearingList

    public init(_ list: ClearingList) { self.list = list }

    public let title = Bilingual(zh: "年度清算", en: "Yearly clearing")
    public let path = ["clearing"]

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p) {
                Bilingual(
                    zh: "一年中各期核算结果相抵后的应付款，以及付款与到账情况。",
                    en: "What a year's settlements come to when netted, and what of it is paid and received.")(language)
            },
            DataTable(
                Bilingual(zh: "各协议、各年度的清算", en: "Clearing by agreement and year"),
                [
                    DataTable.text("年度", "Year"), DataTable.text("协议", "Agreement"), DataTable.text("状态", "State"),
                    DataTable.number("未结核算期", "Periods not settled"),
                ],
                rows: list.cases.map { clearing in
                    [
                        .link(
                            PageAddress(
                                language, ["clearing", clearing.terms.entry.agreement.text, clearing.year.text]),
                            clearing.year.text),
                        Markup(clearing.terms.scheme.title(language)),
                        Markup(ClearingList.state(clearing).words(language)), Markup("\(clearing.missing.count)"),
                    ]
                }, empty: Bilingual(zh: "还没有可清算的年度。", en: "There is no year to clear yet."),
                download: Download(path: ["download", "clearing"])
            ).markup(language),
            ClaimRow.claims(list.claims, language, isWhole: true),
        ])
    }
}

extension ClaimRow {
    /// What is owed, paid and received; nothing where nothing is owed.
    /// - Parameters:
    ///   - isWhole: whether they are all there are, as in the file.
    ///   - budget: bytes that the rows may take.
    static func claims(
        _ claims: [ClaimRow], _ language: Language, isWhole: Bool, budget: Int = 40_000
    ) -> Markup {
        guard !claims.isEmpty else { return .none }
        let payments = Download(path: ["download", "payments"], whole: Bilingual(zh: "全部拨款", en: "all payments"))
        let table = DataTable(
            Bilingual(zh: "应付与已付", en: "Owed and paid"),
            [
                DataTable.text("协议", "Agreement"), DataTable.text("年度", "Year"),
                DataTable.text("付款方 → 收款方", "Payer → payee"), DataTable.number("应付", "Owed"),
                DataTable.number("已付", "Paid"), DataTable.number("已到账", "Received"),
                DataTable.number("待付", "Unpaid"), DataTable.text("最后付款日", "Due on"), DataTable.text("状态", "State"),
            ], rows: claims.map { $0.cells(language).map { Markup($0) } },
            download: Download(
                path: ["download", "claims"], whole: isWhole ? nil : Bilingual(zh: "全部应付款", en: "all that is owed")),
            budget: budget)
        return .joined([table.markup(language), payments.markup(language)])
    }
}
