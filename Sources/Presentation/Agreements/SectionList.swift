public import Compensation
public import Federation

/// What `sections` shows.
public struct SectionList: Report {
    private let sections: [SectionEntry]

    public init(_ sections: [SectionEntry]) { self.sections = sections }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "sections",
                .array(
                    sections.map { section in
                        .members([
                            ("section", .string(section.section.text)), ("name_zh", .string(section.name(.zh))),
                            ("name_en", .string(section.name(.en))),
                            ("aliases", .array(section.aliases.map { .string($0) })),
                            ("river", .string(section.river)), ("basin", .string(section.basin)),
                            ("body_type", .string(section.bodyType.rawValue)),
                            ("control_level", .string(section.controlLevel.rawValue)),
                            ("upstream", .string(section.upstream.text)),
                            ("downstream", .string(section.downstream.text)),
                        ])
                    })
            ),
        ])
    }

    public func text(_ language: Language) -> String {
        guard !sections.isEmpty else {
            return Bilingual(zh: "还没有登记断面：tongzhou sections add", en: "No sections yet: tongzhou sections add")(
                language) + "\n"
        }
        let titles = [
            Bilingual(zh: "断面", en: "section"), Bilingual(zh: "名称", en: "name"), Bilingual(zh: "河流", en: "river"),
            Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "类型", en: "body"), Bilingual(zh: "级别", en: "control"),
            Bilingual(zh: "上游 → 下游", en: "upstream → downstream"),
        ].map { $0(language) }
        let rows = sections.map { section in
            [
                section.section.text, section.name(language), section.river, section.basin,
                section.bodyType.name(language),
                section.controlLevel.rawValue, "\(section.upstream.text) → \(section.downstream.text)",
            ]
        }
        return TextTable.rendered(titles, rightAligned: [], rows: rows) + "\n"
    }
}
