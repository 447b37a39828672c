extension SettlementObstacle {
    static func timeOutOfRange(_ period: String) -> SettlementObstacle {
        SettlementObstacle(
            "time-out-of-range", zh: "由 \(period) 推算的核算期超出 1900 年至 9998 年。",
            en: "A period counted from \(period) lies outside the years 1900 to 9998.")
    }

    static func parameterMissing(_ name: String, _ unit: String) -> SettlementObstacle {
        let suffix = unit.isEmpty ? "" : "（\(unit)）"
        let example = unit.isEmpty ? "" : " (\(unit))"
        return SettlementObstacle(
            "parameter-missing", zh: "方案未定“\(name)”\(suffix)的数值，无法核算。请由各方商定后写入方案，或试算时用 --set 给定。",
            en: "The scheme leaves \"\(name)\"\(example) open. Agree on it and write it into the scheme,"
                + " or supply it for a trial with --set.")
    }

    /// The checker sees to it that this is never reached: every case of missing data is named in the scheme.
    static let withoutData = SettlementObstacle(
        "missing-value", zh: "计算所需的数据缺失。", en: "Data needed for the computation are missing.")
}
