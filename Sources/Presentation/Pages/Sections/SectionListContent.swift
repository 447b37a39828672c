public import Compensation
import Federation

/// The rivers as a scheme of boxes and lines, and every section.
public struct SectionListContent: PageContent {
    private let sections: [SectionStanding]

    public init(_ sections: [SectionStanding]) { self.sections = sections }

    public let title = Bilingual(zh: "断面水质", en: "Water quality at the sections")
    public let path = ["sections"]

    public func markup(_ language: Language) -> Markup {
        let rivers = RiverDiagram.all(sections).enumerated().map { place, diagram in
            diagram.markup(language, id: "river\(place + 1)")
        }
        let shown = PageBudget.fitting(rivers, bytes: 42_000)
        return .joined([
            .element(.p) {
                Bilingual(
                    zh: "类别按《地表水环境质量标准》（GB 3838-2002）以单次监测值评价，只供参考；核算所用的类别按各协议的条款另行计算，见核算结果。",
                    en:
                        "The class follows from single readings by GB 3838-2002 and is for orientation; the class that amounts rest on is computed as each agreement says, see the settlements."
                )(language)
            },
            .joined(shown),
            shown.count == rivers.count
                ? .none
                : .element(.p, .class("quiet")) {
                    Bilingual(
                        zh: "以上为前 \(shown.count) 条河流的示意图，共 \(rivers.count) 条；其余见下表。",
                        en: "The first \(shown.count) of \(rivers.count) rivers are drawn; the others are in the table."
                    )(
                        language)
                },
            SectionStanding.table(sections, language, download: Download(path: ["download", "sections"])),
        ])
    }
}
