import Compensation
import Federation

extension SectionReadings.Row {
    /// `2021-04-01 08:00`.
    var time: String { content.time.text.prefix(10) + " " + content.time.text.dropFirst(11).prefix(5) }

    /// What is remarkable about it; empty for most.
    func remarks(_ language: Language) -> String {
        var remarks: [String] = []
        if content.status != .normal { remarks.append(content.status.name(language)) }
        if isMismatch {
            let published = content.publishedClass?.symbol ?? ""
            remarks.append(Bilingual(zh: "公布为\(published)类", en: "published as \(published)")(language))
        }
        if isSuspended { remarks.append(Bilingual(zh: "断面暂停考核", en: "section suspended")(language)) }
        if !counts { remarks.append(Bilingual(zh: "不作依据", en: "does not count")(language)) }
        if version.history.count > 1 { remarks.append(Bilingual(zh: "已更正", en: "corrected")(language)) }
        return Punctuation.list(remarks, language)
    }
}

/// The charts and the table of a section's readings.
extension SectionReadings {
    /// Those that anything was measured of, in the order of their codes.
    private var indicators: [Indicator] {
        var found: [Indicator] = []
        for indicator in rows.flatMap({ $0.content.values.map(\.indicator) }).sorted() where found.last != indicator {
            found.append(indicator)
        }
        return found
    }

    /// Each once, in the order of their first reading.
    private var sources: [String] {
        var found: [String] = []
        for row in rows where !found.contains(where: { Array($0.utf8) == Array(row.version.source.utf8) }) {
            found.append(row.version.source)
        }
        return found
    }

    func charts(_ language: Language) -> Markup {
        let sources = sources
        let charts = sources.flatMap { source in
            let mine = rows.filter { Array($0.version.source.utf8) == Array(source.utf8) }
            return indicators.compactMap { chart(of: $0, mine, sources.count > 1 ? source : nil, language) }
        }
        let drawn = charts.enumerated().map { place, chart in chart.markup(language, id: "chart\(place + 1)") }
        let shown = PageBudget.fitting(
            drawn.filter { $0.html.utf8.count <= Self.bytesOfCharts }, bytes: Self.bytesOfCharts)
        return .joined([
            shown.isEmpty ? .none : .element(.div, .class("charts")) { shown },
            PageBudget.remark(shown: shown.count, of: drawn.count, language),
        ])
    }

    /// What charts may take of a page.
    private static let bytesOfCharts = 40_000

    private func chart(
        of indicator: Indicator, _ rows: [Row], _ source: String?, _ language: Language
    ) -> SeriesChart? {
        let points = rows.map { row in
            let value = row.content.values.first { $0.indicator == indicator }?.value
            return SeriesPoint(
                time: row.content.time, value: row.content.status == .normal ? value?.inMeans : nil,
                label: value.map { "\($0.text) \(indicator.unit)" } ?? "–")
        }
        guard points.contains(where: { $0.value != nil }) else { return nil }
        return SeriesChart(
            title: indicator.name(language) + (source.map { Punctuation.aside($0, language) } ?? ""),
            unit: indicator.unit, points: points, limit: limit(of: indicator, rows, language))
    }

    /// Of the target, or where there is none of class Ⅲ.
    private func limit(of indicator: Indicator, _ rows: [Row], _ language: Language) -> SeriesChart.Limit? {
        let quality = rows.compactMap(\.target).last ?? .iii
        guard
            let limit = WaterQualityStandard.gb3838.limits(of: indicator, bodyType: section.bodyType)?
                .limit(for: quality)
        else { return nil }
        return SeriesChart.Limit(
            value: limit,
            label: Bilingual(zh: "\(quality.symbol)类 \(limit.text)", en: "\(quality.symbol): \(limit.text)")(language))
    }

    /// What the table has no row for, because two records of it contradict each other; nothing where none do.
    func contradictions(_ language: Language) -> Markup {
        guard !conflicts.isEmpty else { return .none }
        let lines = conflicts.map { conflict in Markup.element(.li) { Self.words(conflict)(language) } }
        let shown = PageBudget.fitting(lines, bytes: 4_000)
        return .element(.div, .class("warning")) {
            Markup.element(.p) {
                Bilingual(
                    zh: "有 \(conflicts.count) 个监测时间的记录互相矛盾，未列入下表；更正之前，涉及这些数据的核算期不能核算。",
                    en:
                        "Readings of \(conflicts.count == 1 ? "one time" : "\(conflicts.count) times") contradict each other and are not in the table; a period that needs them cannot be computed before they are corrected."
                )(language)
            }
            Markup.element(.ul) { shown }
            if shown.count < lines.count {
                Markup.element(.p) {
                    Bilingual(
                        zh: "此处列出前 \(shown.count) 个，共 \(lines.count) 个。",
                        en: "The first \(shown.count) of \(lines.count) are listed.")(language)
                }
            }
        }
    }

    /// - Parameter bytes: what its rows may take.
    func table(_ caption: Bilingual, _ language: Language, download: Download, bytes: Int) -> Markup {
        let indicators = indicators
        let hasSeveral = sources.count > 1
        let columns =
            [DataTable.text("监测时间", "Time")]
            + indicators.map { indicator in
                let unit = indicator.unit.isEmpty ? "" : " (\(indicator.unit))"
                return DataTable.number(indicator.name.zh + unit, indicator.name.en + unit)
            } + [DataTable.text("类别", "Class"), DataTable.text("备注", "Remarks")]
            + (hasSeveral ? [DataTable.text("来源", "Source")] : [])
        let cells = rows.map { row in
            [Markup(row.time)]
                + indicators.map { indicator in
                    Markup(row.content.values.first { $0.indicator == indicator }?.value.text ?? "–")
                } + [ClassBadge.markup(row.computed, language), Markup(row.remarks(language))]
                + (hasSeveral ? [Markup(row.version.source)] : [])
        }
        return DataTable(caption, columns, rows: cells, download: download, budget: bytes).markup(language)
    }
}
