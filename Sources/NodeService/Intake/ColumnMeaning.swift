import Compensation

/// What a column of a readings file holds, told from its heading.
enum ColumnMeaning {
    case section
    case time
    case status
    case indicator(Indicator)
    /// An indicator in another unit than the one it is recorded in: nothing is converted silently.
    case otherUnit(Indicator)

    /// `nil` for a heading that names nothing recorded here.
    init?(heading: String, among indicators: [Indicator] = Indicator.all) {
        let name = Self.plain(heading)
        switch name {
        case "section", "断面", "断面名称": self = .section
        case "monitor_time", "time", "监测时间", "时间": self = .time
        case "status", "状态", "站点情况": self = .status
        default:
            guard let indicator = indicators.first(where: { Self.names(of: $0).contains(name) }) else { return nil }
            self = Self.hasOtherUnit(heading, than: indicator) ? .otherUnit(indicator) : .indicator(indicator)
        }
    }

    /// Without a unit in brackets, blanks and letter case: `氨氮(mg/L)`, `氨氮/(mg/L)`, `NH3-N`.
    private static func plain(_ heading: String) -> String {
        let text = heading.prefix { $0 != "(" && $0 != "（" }
        return text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "/" }
    }

    /// A unit in brackets is a word with a stroke, as in `(mg/L)`; `(以P计)` is a remark.
    private static func hasOtherUnit(_ heading: String, than indicator: Indicator) -> Bool {
        let bracket = heading.drop { $0 != "(" && $0 != "（" }
        let words = bracket.split { "()（）,，;；".contains($0) || $0.isWhitespace }
        return words.contains { $0.contains("/") && $0.lowercased() != indicator.unit.lowercased() }
    }

    private static func names(of indicator: Indicator) -> [String] {
        [indicator.code, indicator.symbol, indicator.name.zh, indicator.name.en].map(plain)
    }

    static let timeForms = "2021-04-01 08:00"
}
