import Compensation
import Federation
import Testing
import TransparencyLog

/// 里耶镇, 1 to 5 April 2021, four-hourly displayed values; rows that the bulletin repeats are listed once.
///
/// Source: 中国环境监测总站 (CNEMC), 国家地表水水质自动监测实时数据发布系统. `--` is a value that was not reported.
enum LiyeReadings {
    /// Day and hour, status, pH, DO, CODMn, NH3-N, TP.
    static let rows: [(time: String, status: ReadingStatus, values: [String])] = [
        ("01T08", .normal, ["7.68", "8.82", "2.79", "0.025", "0.134"]),
        ("01T12", .normal, ["7.67", "8.74", "2.42", "0.025", "0.048"]),
        ("01T16", .normal, ["7.77", "8.82", "2.42", "0.025", "0.048"]),
        ("01T20", .normal, ["7.70", "8.73", "2.42", "0.025", "0.032"]),
        ("02T00", .normal, ["7.68", "8.61", "2.42", "0.025", "0.028"]),
        ("02T08", .maintenance, ["7.68", "8.51", "--", "0.025", "0.032"]),
        ("02T12", .maintenance, ["7.69", "8.55", "--", "0.025", "0.029"]),
        ("02T16", .normal, ["7.56", "9.11", "13.60", "0.033", "0.052"]),
        ("02T20", .normal, ["7.51", "7.78", "13.60", "0.025", "0.043"]),
        ("03T00", .normal, ["7.50", "8.92", "13.60", "0.025", "0.043"]),
        ("03T08", .maintenance, ["7.48", "8.95", "--", "0.025", "--"]),
        ("03T12", .maintenance, ["7.54", "9.21", "--", "0.025", "0.032"]),
        ("03T16", .maintenance, ["7.60", "9.25", "--", "0.025", "0.043"]),
        ("03T20", .maintenance, ["7.58", "8.99", "--", "0.025", "0.035"]),
        ("04T00", .normal, ["7.52", "8.93", "13.60", "0.025", "0.036"]),
        ("04T04", .maintenance, ["7.54", "9.05", "--", "0.025", "--"]),
        ("04T08", .maintenance, ["7.63", "9.07", "--", "0.025", "--"]),
        ("04T12", .maintenance, ["7.67", "9.29", "--", "0.025", "0.030"]),
        ("04T16", .maintenance, ["7.69", "9.25", "--", "0.025", "0.033"]),
        ("04T20", .normal, ["7.62", "8.95", "13.60", "0.025", "0.031"]),
        ("05T00", .normal, ["7.62", "8.92", "13.60", "0.025", "0.031"]),
        ("05T04", .maintenance, ["7.67", "8.99", "--", "0.025", "0.005"]),
        ("05T08", .maintenance, ["7.73", "9.26", "--", "0.025", "0.031"]),
        ("05T12", .normal, ["7.80", "9.56", "1.68", "0.025", "0.048"]),
        ("05T16", .normal, ["7.97", "9.98", "2.08", "0.025", "0.040"]),
    ]

    static func contents() throws -> [ReadingContent] {
        try rows.map { row in
            ReadingContent(
                time: try #require(CivilTime(text: "2021-04-\(row.time):00+08:00")), status: row.status,
                values: try zip(Indicator.all, row.values).filter { $0.1 != "--" }.map {
                    IndicatorValue($0.0, try #require(ExactDecimal($0.1)))
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
