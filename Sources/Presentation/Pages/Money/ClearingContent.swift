public import Compensation
import Federation

/// The clearing of one agreement and year: its settlements, what the centre said, what is owed and paid.
public struct ClearingContent: PageContent {
    private let report: ClearingReport

    public init(_ report: ClearingReport) { self.report = report }

    private var clearing: ClearingCase { report.clearing }

    public var title: Bilingual {
        let title = clearing.terms.scheme.title
        return Bilingual(
            zh: "\(title.zh) \(clearing.year.text) 年度清算", en: "\(title.en), clearing of \(clearing.year.text)")
    }

    public var path: [String] { ["clearing", clearing.terms.entry.agreement.text, clearing.year.text] }

    public func markup(_ language: Language) -> Markup {
        .joined([
            .element(.p) { ClearingList.state(clearing).words(language) },
            DataTable(
                Bilingual(zh: "各期核算结果", en: "Settlements of the year"),
                [DataTable.text("核算期", "Period"), DataTable.text("核算结果", "Result")],
                rows: report.settlements.map { settlement in
                    [
                        .link(
                            PageAddress(
                                language,
                                SettlementSummary.path(settlement.key)),
                            settlement.key.periodText),
                        Markup(report.transfers(settlement.transfers, language)),
                    ]
                }, download: SettlementTable.download(isWhole: false), budget: 30_000
            ).markup(language),
            clearing.missing.isEmpty
                ? .none
                : .joined([
                    .element(.p) {
                        Bilingual(zh: "尚未核验、不在清算之内：", en: "Not verified and not taken in:")(language)
                    }, PageBudget.list(clearing.missing.map(\.text), bytes: 3_000, language),
                ]),
            DataTable(
                Bilingual(zh: "相抵后的净额", en: "Net of each party"),
                [DataTable.text("一方", "Party"), DataTable.number("净额", "Net")],
                rows: report.positions.map { position in
                    [
                        Markup(report.names.name(position.party, language)),
                        Markup(MoneyWording.amount(position.net, language)),
                    ]
                },
                download: Download(
                    path: ["download", "clearing-net", clearing.terms.entry.agreement.text, clearing.year.text]),
                budget: 16_000
            ).markup(language),
            ClaimRow.claims(report.claims, language, isWhole: false, budget: 30_000),
        ])
    }
}
