/// Which days are working days 工作日: Monday to Friday, but for the public holidays and the weekend days on which
/// people work 调休. Both are lists that somebody keeps; without them only weekends are free.
public struct WorkingCalendar: Sendable {
    /// Days, sorted.
    public let holidays: [Period]
    /// Days, sorted; a day in both lists is a working day.
    public let workdays: [Period]

    /// Saturdays and Sundays are free, nothing else.
    public static let weekends = WorkingCalendar()

    /// What is no single day is left aside.
    public init(holidays: [Period] = [], workdays: [Period] = []) {
        self.holidays = holidays.filter { $0.kind == .day }.sorted()
        self.workdays = workdays.filter { $0.kind == .day }.sorted()
    }

    /// - Parameter dayNumber: counted from 1970-01-01, a Thursday.
    private func isWorking(_ dayNumber: Int) -> Bool {
        func isListed(_ days: [Period]) -> Bool { days.contains { $0.start.dayNumber == dayNumber } }
        if isListed(workdays) { return true }
        let weekday = ((dayNumber + 3) % 7 + 7) % 7
        return weekday < 5 && !isListed(holidays)
    }

    public func isWorking(_ time: CivilTime) -> Bool { isWorking(time.dayNumber) }

    /// The last of `count` working days after the day of `moment`; a deadline of that many working days ends with it.
    /// Nil for no day or more than 1000, and where there are not so many before the calendar ends.
    public func day(_ count: Int, after moment: CivilTime) -> Period? {
        guard (1...1000).contains(count) else { return nil }
        var day = moment.dayNumber
        var left = count
        let last = day + 7 * count + 7 * holidays.count
        while left > 0, day < last {
            day += 1
            if isWorking(day) { left -= 1 }
        }
        return left == 0 ? Period(.day, number: day) : nil
    }
}
