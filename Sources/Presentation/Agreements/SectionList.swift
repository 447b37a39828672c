public import Compensation
public import Federation

/// What `sections` shows.
public struct SectionList: Report {
    private let sections: [SectionEntry]

    public init(_ sections: [SectionEntry]) { self.sections = sections }

    public var json: JSONValue {
        .members([("schema", 1), ("sections", .array(sections.map { Entry.section($0).fields }))])
    }

    public var rowsMember: String? { "sections" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        guard !sections.isEmpty else {
            return Bilingual(zh: "还没有登记断面：tongzhou sections add", en: "No sections yet: tongzhou sections add")(
                language) + "\n"
        }
        let titles = [
            Bilingual(zh: "断面", en: "section"), Bilingual(zh: "名称", en: "name"), Bilingual(zh: "河流", en: "river"),
            Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "类型", en: "body"), Bilingual(zh: "级别", en: "control"),
            Bilingual(zh: "上游 → 下游", en: "upstream → downstream"),
        ]
        let more = [Bilingual(zh: "目标", en: "targets"), Bilingual(zh: "别名", en: "aliases")]
        let rows = sections.map { section in
            let arrow = section.flow == .twoWay ? "↔" : "→"
            let row = [
                section.section.text, section.name(language), section.river, section.basin,
                section.bodyType.name(language),
                section.controlLevel.rawValue, "\(section.upstream.text) \(arrow) \(section.downstream.text)",
            ]
            guard wide else { return row }
            let targets = section.targets.map { "\($0.from.text)=\($0.quality.symbol)" }
            return row + [targets.joined(separator: " "), section.aliases.joined(separator: " ")]
        }
        let columns = (titles + (wide ? more : [])).map { $0(language) }
        return TextTable.rendered(columns, rightAligned: [], rows: rows) + "\n"
    }
}
