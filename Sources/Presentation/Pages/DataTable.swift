import Compensation

/// A table on a page: a caption, headings with their scope, and numbers under each other. Rows beyond what a page may
/// weigh are left to the downloads, and the table says so.
struct DataTable {
    struct Column {
        let title: Bilingual
        let isNumber: Bool
    }

    let caption: Bilingual
    let columns: [Column]
    /// Cells of each row; the first names the row.
    let rows: [[Markup]]
    /// What stands in place of rows where there are none.
    let empty: Bilingual
    /// Where the same table can be had as a file.
    var download: Download?
    /// Bytes that the rows may take.
    var budget = 40_000

    static func text(_ zh: String, _ en: String) -> Column { Column(title: Bilingual(zh: zh, en: en), isNumber: false) }
    static func number(_ zh: String, _ en: String) -> Column {
        Column(title: Bilingual(zh: zh, en: en), isNumber: true)
    }

    static let nothing = Bilingual(zh: "暂无数据。", en: "Nothing yet.")

    init(
        _ caption: Bilingual, _ columns: [Column], rows: [[Markup]], empty: Bilingual = Self.nothing,
        download: Download? = nil, budget: Int = 40_000
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.empty = empty
        self.download = download
        self.budget = budget
    }

    func markup(_ language: Language) -> Markup {
        let shown = PageBudget.fitting(rows.map(row), bytes: budget)
        return .joined([
            .element(
                .div, .class("table"), .named(.tabindex, "0"), .role("region"), .named(.ariaLabel, caption(language))
            ) {
                Markup.element(.table) {
                    Markup.element(.caption) { caption(language) }
                    Markup.element(.thead) { Markup.element(.tr) { columns.map { heading($0, language) } } }
                    Markup.element(.tbody) {
                        if rows.isEmpty {
                            Markup.element(.tr) {
                                Markup.element(.td, .named(.colspan, "\(columns.count)")) { empty(language) }
                            }
                        } else {
                            shown
                        }
                    }
                }
            },
            PageBudget.remark(shown: shown.count, of: rows.count, language),
            rows.isEmpty ? .none : download?.markup(language) ?? .none,
        ])
    }

    private func heading(_ column: Column, _ language: Language) -> Markup {
        .element(.th, [.scope("col")] + (column.isNumber ? [.class("n")] : []), Markup(column.title(language)))
    }

    private func row(_ cells: [Markup]) -> Markup {
        .element(.tr) {
            cells.enumerated().map { place, cell in
                let attributes: [Attribute] = place < columns.count && columns[place].isNumber ? [.class("n")] : []
                return place == 0
                    ? Markup.element(.th, [.scope("row")] + attributes, cell) : Markup.element(.td, attributes, cell)
            }
        }
    }
}
