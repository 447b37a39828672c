public import Compensation

/// 里耶镇, 1 to 5 April 2021, four-hourly displayed values.
///
/// Source: 中国环境监测总站 (CNEMC), 国家地表水水质自动监测实时数据发布系统. The bulletin prints the month and day
/// without a year. `--` is a value that was not reported.
public enum LiyeReadings {
    /// Day and hour, status, pH, DO, CODMn, NH3-N, TP. Rows that the bulletin repeats are listed once.
    public static let rows: [(time: String, status: ReadingStatus, values: [String])] = [
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

    /// The times that stand twice in the bulletin with equal values.
    public static let repeated = ["02T00", "03T00", "04T00"]
}
