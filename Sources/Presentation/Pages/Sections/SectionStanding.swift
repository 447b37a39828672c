import Compensation
public import Federation

/// How one section stands: its newest reading, and the class that it gives.
public struct SectionStanding: Sendable {
    let section: SectionEntry
    let newest: SectionReadings.Row?
    /// The class to be reached now.
    let target: WaterClass?
    let roster: Roster

    /// - Parameter readings: those of the newest month.
    public init(_ section: SectionEntry, _ readings: SectionReadings?, docket: Docket, now: Timestamp) {
        self.section = section
        newest = readings?.rows.last { $0.content.status == .normal } ?? readings?.rows.last
        target = now.civilTime.flatMap { section.target(at: $0) }
        roster = docket.roster
    }

    var path: [String] { ["sections", section.section.text] }

    func name(_ party: PartyCode, _ language: Language) -> String {
        roster.member(party)?.name(language) ?? party.text
    }

    func flow(_ language: Language) -> String {
        let arrow = section.flow == .twoWay ? "↔" : "→"
        return "\(name(section.upstream, language)) \(arrow) \(name(section.downstream, language))"
    }

    static func table(_ sections: [SectionStanding], _ language: Language, download: Download?) -> Markup {
        DataTable(
            Bilingual(zh: "断面与最新水质", en: "Sections and their newest water class"),
            [
                DataTable.text("断面", "Section"), DataTable.text("河流", "River"), DataTable.text("水流方向", "Flow"),
                DataTable.text("最新类别", "Newest class"), DataTable.text("监测时间", "Time of reading"),
                DataTable.text("目标", "Target"),
            ],
            rows: sections.map { standing in
                [
                    .link(PageAddress(language, standing.path), standing.section.name(language)),
                    Markup(standing.section.river + Punctuation.aside(standing.section.basin, language)),
                    Markup(standing.flow(language)), ClassBadge.markup(standing.newest?.computed, language),
                    Markup(standing.newest?.time ?? "–"), Markup(standing.target?.symbol ?? "–"),
                ]
            }, download: download
        ).markup(language)
    }
}
