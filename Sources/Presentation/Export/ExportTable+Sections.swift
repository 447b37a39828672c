public import Compensation
public import Federation

extension ExportTable {
    /// The registry of sections.
    public static func sections(_ sections: [SectionEntry], _ roster: Roster, _ language: Language) -> ExportTable {
        func name(_ party: PartyCode) -> String { roster.member(party)?.name(language) ?? party.text }
        var table = ExportTable(
            Bilingual(zh: "断面", en: "sections"),
            [
                Bilingual(zh: "断面", en: "section"), Bilingual(zh: "名称", en: "name"), Bilingual(zh: "河流", en: "river"),
                Bilingual(zh: "流域", en: "basin"), Bilingual(zh: "水体类型", en: "body"),
                Bilingual(zh: "上游", en: "upstream"), Bilingual(zh: "下游", en: "downstream"),
                Bilingual(zh: "目标", en: "targets"),
            ])
        table.rows = sections.map { section in
            [
                section.section.text, section.name(language), section.river, section.basin,
                section.bodyType.name(language), name(section.upstream), name(section.downstream),
                section.targets.map { "\($0.from.text)=\($0.quality.symbol)" }.joined(separator: " "),
            ]
        }
        return table
    }

    /// The readings that a settlement rests on, and what became of each.
    public static func inputs(_ explanation: SettlementExplanation, _ language: Language) -> ExportTable {
        let computation = explanation.computation
        let inputs = computation?.settlement.inputs ?? []
        let measured = Indicator.all.filter { indicator in inputs.contains { $0.reading.value(of: indicator) != nil } }
        var table = ExportTable(
            Bilingual(zh: "采用的监测数据", en: "inputs"),
            [
                Bilingual(zh: "断面", en: "section"), Bilingual(zh: "监测时间", en: "time"),
                Bilingual(zh: "状态", en: "status"),
            ] + measured.map(heading) + [Bilingual(zh: "采用", en: "use"), Bilingual(zh: "日志条目", en: "log entries")])
        table.rows = zip(inputs, computation?.versions ?? []).map { input, version in
            [input.reading.section.text, time(input.reading.time), input.reading.status.name(language)]
                + measured.map { input.reading.value(of: $0)?.text ?? "" }
                + [input.note.name(language), version.history.map(\.text).joined(separator: " ")]
        }
        return table
    }
}
