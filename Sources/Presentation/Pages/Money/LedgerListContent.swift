public import Compensation
public import Federation

/// The centre's ledgers, by basin and year.
public struct LedgerListContent: PageContent {
    private let book: LedgerBook

    public init(_ book: LedgerBook) { self.book = book }

    public let title = Bilingual(zh: "台账", en: "Ledger")
    public let path = ["ledger"]

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p) {
                Bilingual(
                    zh: "中央节点核验后记入的奖励与扣减。每个节点都独立复核：不符合协议或合计不为零的，在此列明。",
                    en:
                        "Rewards and deductions that the centre records after verification. Every node checks them by itself: what does not follow is listed here."
                )(language)
            },
            DataTable(
                Bilingual(zh: "各流域、各年度的台账（万元）", en: "Ledgers by basin and year (10 000 yuan)"),
                [
                    DataTable.text("流域与年度", "Basin and year"), DataTable.number("条目", "Lines"),
                    DataTable.number("合计", "Sum"),
                ],
                rows: book.accounts.map { account in
                    let items = book.items(account.basin, account.year)
                    return [
                        .link(
                            PageAddress(language, LedgerContent.path(account.basin, account.year)),
                            "\(LedgerWording.basin(account.basin, language)) \(account.year.text)"),
                        Markup("\(items.count)"),
                        Markup(LedgerWording.sum(items.filter { $0.counts && $0.sort != .outside })),
                    ]
                }, empty: Bilingual(zh: "台账尚无条目。", en: "Nothing in the ledger yet."),
                download: LedgerContent.download
            ).markup(language),
        ])
    }
}
