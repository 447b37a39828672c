public import Compensation
public import Federation

extension ExportTable {
    /// The readings of a section, or of all; see ``ExportedReading/all(_:of:in:within:channels:)``.
    public static func readings(
        _ docket: Docket, _ language: Language, of section: SectionID? = nil, in period: Period? = nil,
        channels: [ChannelName]? = nil
    ) -> ExportTable {
        readings(ExportedReading.all(docket, of: section, in: period, channels: channels), language)
    }

    /// Readings, one a row. The table can be imported again.
    public static func readings(_ found: [ExportedReading], _ language: Language) -> ExportTable {
        let measured = Indicator.all.filter { indicator in
            found.contains { $0.version.content.values.contains { $0.indicator == indicator } }
        }
        var table = ExportTable(
            Bilingual(zh: "监测数据", en: "readings"),
            [
                Bilingual(zh: "断面", en: "section"), Bilingual(zh: "名称", en: "name"),
                Bilingual(zh: "监测时间", en: "time"), Bilingual(zh: "状态", en: "status"),
            ] + measured.map(heading) + [
                Bilingual(zh: "公布类别", en: "published_class"), Bilingual(zh: "数据来源", en: "source"),
                Bilingual(zh: "日志条目", en: "log entries"),
            ])
        table.rows = found.map { reading in
            let (section, version) = (reading.section, reading.version)
            let content = version.content
            let status = language == .zh ? content.status.name.zh : content.status.rawValue
            return [section.section.text, section.name(language), time(content.time), status]
                + measured.map { indicator in
                    content.values.first { $0.indicator == indicator }?.value.text ?? ""
                }
                + [
                    content.publishedClass?.symbol ?? "", version.source,
                    version.history.map(\.text).joined(separator: " "),
                ]
        }
        return table
    }

    static func heading(_ indicator: Indicator) -> Bilingual {
        let unit = indicator.unit.isEmpty ? "" : "(\(indicator.unit))"
        return Bilingual(zh: indicator.name.zh + unit, en: indicator.name.en + unit)
    }

    /// `2021-04-01 08:00`, as spreadsheets write it.
    static func time(_ time: CivilTime) -> String {
        time.text.prefix(10) + " " + time.text.dropFirst(11).prefix(5)
    }
}
