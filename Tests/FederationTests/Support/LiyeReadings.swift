import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// The readings as entries.
extension LiyeReadings {
    static func contents() throws -> [ReadingContent] {
        try rows.map { row in
            ReadingContent(
                time: try #require(CivilTime(text: "2021-04-\(row.time):00+08:00")), status: row.status,
                values: try zip(IndicatorSet.fiveItems.indicators, row.values).filter { $0.1 != "--" }.map {
                    IndicatorValue($0.0, try #require(MeasuredValue($0.1)))
                })
        }
    }

    static func entry(_ rows: [ReadingContent]? = nil) throws -> Entry {
        .readings(
            ReadingsEntry(
                section: try #require(SectionID("430000-liye")), source: "cnemc-auto", file: "april.csv",
                fileDigest: ContentDigest(of: []), rows: try rows ?? contents()))
    }

    /// The six rows of the spike, as 维护 without CODMn.
    static func spikeChanges() throws -> [ReadingChange] {
        try contents().filter { content in
            content.values.contains { $0.indicator == .permanganateIndex && $0.value.text == "13.60" }
        }.map { old in
            let rest = old.values.filter { $0.indicator != .permanganateIndex }
            return try #require(
                ReadingChange(
                    old: old, new: ReadingContent(time: old.time, status: .maintenance, values: rest)))
        }
    }

    static func correction(_ rows: [ReadingChange]? = nil) throws -> Entry {
        .readingsCorrection(
            ReadingsCorrectionEntry(
                section: try #require(SectionID("430000-liye")), source: "cnemc-auto", reason: "高锰酸盐指数分析仪故障",
                rows: try rows ?? spikeChanges()))
    }
}
