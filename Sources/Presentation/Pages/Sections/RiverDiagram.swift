import Compensation
import Federation

/// One river as a scheme: boxes for provinces, dots for sections, arrows for the flow. No map: nothing here has a
/// place or a border.
struct RiverDiagram {
    let river: String
    let basin: String
    let sections: [SectionStanding]

    private static let width = 640
    private static let rowHeight = 84
    private static let (boxWidth, boxHeight) = (150, 44)

    /// One per river, in the order in which the sections name them.
    static func all(_ sections: [SectionStanding]) -> [RiverDiagram] {
        var diagrams: [RiverDiagram] = []
        for standing in sections {
            let (river, basin) = (standing.section.river, standing.section.basin)
            let known = diagrams.firstIndex {
                Array($0.river.utf8) == Array(river.utf8) && Array($0.basin.utf8) == Array(basin.utf8)
            }
            let before = known.map { diagrams.remove(at: $0).sections } ?? []
            let diagram = RiverDiagram(river: river, basin: basin, sections: before + [standing])
            diagrams.insert(diagram, at: known ?? diagrams.count)
        }
        return diagrams
    }

    func markup(_ language: Language, id: String) -> Markup {
        // Beyond this the table below says it better.
        let shown = sections.prefix(8)
        return .element(.figure, .class("river"), .named(.tabindex, "0"), .named(.ariaLabel, river)) {
            Markup.element(.figcaption) {
                river + Punctuation.aside(basin, language)
                if shown.count < sections.count {
                    Bilingual(
                        zh: "：前 \(shown.count) 个断面，共 \(sections.count) 个",
                        en: ": \(shown.count) of \(sections.count) sections")(language)
                }
            }
            Markup.element(
                .svg, .named(.viewBox, "0 0 \(Self.width) \(shown.count * Self.rowHeight)"), .role("img"),
                .named(.ariaLabelledby, "\(id)-t \(id)-d")
            ) {
                Markup.element(.title, .id("\(id)-t")) {
                    Bilingual(zh: "\(river)示意图", en: "\(river), schematic")(language)
                }
                Markup.element(.desc, .id("\(id)-d")) { description(Array(shown), language) }
                shown.enumerated().map { row($0.element, top: $0.offset * Self.rowHeight, language) }
            }
        }
    }

    private func description(_ shown: [SectionStanding], _ language: Language) -> String {
        shown.map { standing in
            let quality = standing.newest?.computed.map { ClassBadge.text($0, language) } ?? "–"
            return Bilingual(
                zh: "\(standing.section.name(.zh))：\(standing.flow(.zh))，\(quality)。",
                en: "\(standing.section.name(.en)): \(standing.flow(.en)), \(quality).")(language)
        }.joined(separator: language == .zh ? "" : " ")
    }

    private func row(_ standing: SectionStanding, top: Int, _ language: Language) -> Markup {
        let middle = top + Self.rowHeight / 2
        let (left, right) = (Self.boxWidth, Self.width - Self.boxWidth)
        let centre = Self.width / 2
        let name = standing.section.name(language)
        let quality = standing.newest?.computed
        return .joined([
            box(standing.name(standing.section.upstream, language), x: 0, middle),
            box(standing.name(standing.section.downstream, language), x: right, middle),
            .element(.path, .class("flow"), .named(.d, "M\(left) \(middle)H\(right - 10)")),
            arrow(at: right - 2, middle, pointing: 1),
            standing.section.flow == .twoWay ? arrow(at: left + 2, middle, pointing: -1) : .none,
            .element(
                .circle, .class("stop\(quality.map { " c\($0.rawValue)" } ?? "")"), .named(.cx, "\(centre)"),
                .named(.cy, "\(middle)"), .named(.r, "11")),
            text(name, centre, middle - 20),
            text(quality.map { ClassBadge.text($0, language) } ?? "–", centre, middle + 32),
        ])
    }

    private func box(_ name: String, x: Int, _ middle: Int) -> Markup {
        .joined([
            .element(
                .rect, .class("party"), .named(.x, "\(x + 1)"), .named(.y, "\(middle - Self.boxHeight / 2)"),
                .named(.width, "\(Self.boxWidth - 2)"), .named(.height, "\(Self.boxHeight)"), .named(.rx, "4")),
            text(name, x + Self.boxWidth / 2, middle + 6),
        ])
    }

    private func arrow(at x: Int, _ y: Int, pointing: Int) -> Markup {
        .element(.path, .class("head"), .named(.d, "M\(x) \(y)l\(-14 * pointing) -8v16z"))
    }

    private func text(_ text: String, _ x: Int, _ y: Int) -> Markup {
        .element(.text, .named(.x, "\(x)"), .named(.y, "\(y)"), .named(.textAnchor, "middle")) { text }
    }
}
