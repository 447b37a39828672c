import Compensation

/// Reads the spellings of a time that staff and the national platform use; all at +08:00.
enum IntakeTime {
    enum Reading {
        case time(CivilTime)
        case yearMissing
        case invalid
    }

    /// `2021-04-01 08:00`, `2021-04-01T08:00+08:00`, `2021/4/1 8:00`, and `04-01 08:00` where the year is given.
    static func read(_ text: String, year: Int?) -> Reading {
        if let time = CivilTime(text: text) { return .time(time) }
        let halves = text.split(separator: " ", omittingEmptySubsequences: true)
        guard halves.count == 2 else { return .invalid }
        let date = fields(halves[0]) { $0 == "-" || $0 == "/" }
        let clock = fields(halves[1]) { $0 == ":" }
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

    /// The whole numbers between separators; `nil` for anything else, such as a sign or nothing at all.
    private static func fields(_ text: Substring, _ isSeparator: (Character) -> Bool) -> [Int?] {
        text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator).map { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
    }
}
