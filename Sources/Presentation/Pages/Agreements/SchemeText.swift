import Compensation

/// The text of a scheme as people read it, each article with its rules beside it. What is shown is the signed text,
/// whole and in its order; marks of emphasis stay as they are written.
struct SchemeText {
    private let blocks: [SchemeBlock]

    init(_ scheme: Scheme) { blocks = SchemeBlock.blocks(of: scheme.source) }

    /// - Parameter bytes: what the articles may take.
    func markup(_ language: Language, bytes: Int = 70_000) -> Markup {
        let articles = articles
        let shown = PageBudget.fitting(articles.map { article($0, language) }, bytes: bytes)
        return .joined([
            .element(.div, .class("scheme"), .lang(.zh)) { shown },
            PageBudget.remark(shown: shown.count, of: articles.count, language),
        ])
    }

    /// A heading with what stands under it.
    private var articles: [[SchemeBlock]] {
        var articles: [[SchemeBlock]] = []
        for block in blocks {
            if case .heading = block {
                articles.append([block])
            } else if articles.isEmpty {
                articles.append([block])
            } else {
                articles[articles.count - 1].append(block)
            }
        }
        return articles
    }

    private func article(_ blocks: [SchemeBlock], _ language: Language) -> Markup {
        let rules = blocks.filter { if case .fenced(_, true) = $0 { true } else { false } }
        let prose = blocks.filter { !rules.contains($0) }
        let caption = Self.caption(blocks)
        return .element(.section, .class(rules.isEmpty ? "article" : "article ruled")) {
            Markup.element(.div) { prose.map { markup($0, caption, language) } }
            if !rules.isEmpty {
                Markup.element(.div, .class("rules")) {
                    Markup.element(.p, .class("quiet"), .lang(language)) {
                        Bilingual(zh: "节点据以计算的规则", en: "The rules that nodes compute")(language)
                    }
                    rules.map { markup($0, caption, language) }
                }
            }
        }
    }

    /// What a table is called: by the heading it stands under.
    private static func caption(_ article: [SchemeBlock]) -> Bilingual {
        guard case .heading(_, let text)? = article.first else { return Bilingual(zh: "表", en: "Table") }
        return Bilingual(zh: "表：\(text)", en: "Table: \(text)")
    }

    private func markup(_ block: SchemeBlock, _ caption: Bilingual, _ language: Language) -> Markup {
        switch block {
        // The page's own title is the first heading.
        case .heading(let level, let text): .element(level <= 2 ? .h3 : .h4) { text }
        case .paragraph(let text): .element(.p) { text }
        case .items(let items): .element(.ul) { items.map { item in Markup.element(.li) { item } } }
        case .fenced(let lines, _):
            .element(.pre, .named(.tabindex, "0")) { Markup.lines(lines.joined(separator: "\n")) }
        case .table(let rows):
            .element(
                .div, .class("table"), .named(.tabindex, "0"), .role("region"), .named(.ariaLabel, caption(language)),
                .lang(language)
            ) {
                Markup.element(.table, .lang(.zh)) {
                    Markup.element(.caption, .lang(language)) { caption(language) }
                    rows.enumerated().map { place, row in
                        Markup.element(.tr) {
                            row.map { cell in
                                place == 0
                                    ? Markup.element(.th, .scope("col")) { cell } : Markup.element(.td) { cell }
                            }
                        }
                    }
                }
            }
        }
    }
}
