import Compensation

/// Reads the spellings of a time that staff and the national platform use; all at +08:00.
enum IntakeTime {
    enum Reading {
        case time(CivilTime)
        case yearMissing
        case invalid
    }

    /// `2021-04-01 08:00`, `2021-04-01T08:00+08:00`, `2021/4/1 8:00`, `2021年4月1日8时30分`, and the same without the year
    /// where the year is given.
    static func read(_ text: String, year: Int?) -> Reading {
        if let time = CivilTime(text: text) { return .time(time) }
        guard let (dateText, clockText) = halves(text) else { return .invalid }
        let date = dateFields(dateText)
        let clock = clockFields(clockText)
        guard clock.count == 2 || (clock.count == 3 && clock[2] == 0), let hour = clock[0], let minute = clock[1],
            !date.contains(nil)
        else { return .invalid }
        let numbers = date.compactMap { $0 }
        if numbers.count == 2, year == nil { return .yearMissing }
        let parts = numbers.count == 2 ? [year ?? 0] + numbers : numbers
        guard parts.count == 3,
            let time = CivilTime(year: parts[0], month: parts[1], day: parts[2], hour: hour, minute: minute)
        else { return .invalid }
        return .time(time)
    }

    /// Date and time of day, between which stand blanks, a `T` or the `日` of the date.
    private static func halves(_ text: String) -> (Substring, Substring)? {
        if let end = text.firstIndex(where: { $0 == "日" || $0 == "号" }) {
            return (text[..<end], text[text.index(after: end)...].drop { $0 == " " })
        }
        let halves = text.split(separator: text.contains("T") ? "T" : " ", omittingEmptySubsequences: true)
        return halves.count == 2 ? (halves[0], halves[1]) : nil
    }

    private static func dateFields(_ text: Substring) -> [Int?] {
        text.contains("月") ? fields(text) { $0 == "年" || $0 == "月" } : fields(text) { $0 == "-" || $0 == "/" }
    }

    /// `8:00`, `8:00:00`, `8时`, `8时30分`, `8点30分`.
    private static func clockFields(_ text: Substring) -> [Int?] {
        guard text.contains(where: { $0 == "时" || $0 == "点" }) else { return fields(text) { $0 == ":" } }
        let words = text.hasSuffix("分") || text.hasSuffix("整") ? text.dropLast() : text
        let numbers = fields(words) { $0 == "时" || $0 == "点" }
        // Nothing behind the hour is the full hour.
        return numbers.count == 2 && (words.last == "时" || words.last == "点") ? [numbers[0], 0] : numbers
    }

    /// The whole numbers between separators; `nil` for anything else, such as a sign or nothing at all.
    private static func fields(_ text: Substring, _ isSeparator: (Character) -> Bool) -> [Int?] {
        text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
    }
}
