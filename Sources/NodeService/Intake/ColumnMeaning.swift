import Compensation

/// What a column of a readings file holds, told from its heading.
enum ColumnMeaning {
    case section
    case time
    case status
    case indicator(Indicator)

    /// `nil` for a heading that names nothing recorded here.
    init?(heading: String) {
        let name = Self.plain(heading)
        switch name {
        case "section", "断面", "断面名称": self = .section
        case "monitor_time", "time", "监测时间", "时间": self = .time
        case "status", "状态", "站点情况": self = .status
        default:
            guard let indicator = Indicator.all.first(where: { Self.names(of: $0).contains(name) }) else { return nil }
            self = .indicator(indicator)
        }
    }

    /// Without a unit in brackets, blanks and letter case: `氨氮(mg/L)`, `NH3-N`.
    private static func plain(_ heading: String) -> String {
        let text = heading.prefix { $0 != "(" && $0 != "（" }
        return text.lowercased().filter { $0 != " " && $0 != "-" }
    }

    private static func names(of indicator: Indicator) -> [String] {
        [indicator.code, indicator.name.zh, indicator.name.en].map(plain)
    }

    static let timeForms = "2021-04-01 08:00"
}
