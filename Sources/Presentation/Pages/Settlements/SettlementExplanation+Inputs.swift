import Compensation
import Federation

extension SettlementExplanation {
    /// Each reading that lay before the settlement, and what became of it.
    /// - Parameter bytes: what the rows may take.
    func inputs(_ computation: Computation, _ language: Language, bytes: Int) -> Markup {
        let inputs = computation.settlement.inputs
        var indicators: [Indicator] = []
        for indicator in inputs.flatMap({ $0.reading.values.map(\.indicator) }).sorted()
        where indicators.last != indicator {
            indicators.append(indicator)
        }
        let sections = computation.terms.scheme.sections
        let hasSeveral = sections.count > 1
        let columns =
            [DataTable.text("监测时间", "Time")] + (hasSeveral ? [DataTable.text("断面", "Section")] : [])
            + [DataTable.text("状态", "Status")]
            + indicators.map { DataTable.number($0.name.zh, $0.symbol) } + [DataTable.text("采用", "Use")]
        let rows = inputs.map { input in
            let name = sections.first { $0.id == input.reading.section }
            return [Markup(input.reading.time.text.prefix(10) + " " + input.reading.time.text.dropFirst(11).prefix(5))]
                + (hasSeveral
                    ? [Markup((language == .zh ? name?.name : name?.label) ?? input.reading.section.text)] : [])
                + [Markup(input.reading.status.name(language))]
                + indicators.map { Markup(input.reading.value(of: $0)?.text ?? "–") }
                + [Markup(input.note.name(language))]
        }
        return DataTable(
            Bilingual(zh: "采用的监测数据", en: "Readings it rests on"), columns, rows: rows,
            download: Download(
                path: [
                    "download", "inputs", summary.settlement.key.agreement.text, summary.settlement.key.periodText,
                    summary.digestMark,
                ]), budget: bytes
        ).markup(language)
    }
}
