public import Compensation

/// The audit trail, the newest first.
public struct AuditContent: PageContent {
    private let report: AuditReport

    public init(_ report: AuditReport) { self.report = report }

    public let title = Bilingual(zh: "操作记录", en: "Audit trail")
    public let path = ["audit"]

    public func markup(_ language: Language) -> Markup {
        let columns = AuditRow.titles.map { DataTable.Column(title: $0, isNumber: false) }
        return .joined([
            .element(.p) {
                Bilingual(
                    zh: "只增不改。全部记录：tongzhou operators audit --all。",
                    en: "Only ever added to. All of it: tongzhou operators audit --all.")(language)
            },
            DataTable(
                title, columns + [DataTable.text("说明", "Detail")],
                rows: report.rows.reversed().map { row in
                    row.cells(language).map { Markup($0) } + [Markup(row.detail.replacing("\n", with: " "))]
                }, budget: 70_000
            ).markup(language),
        ])
    }
}
