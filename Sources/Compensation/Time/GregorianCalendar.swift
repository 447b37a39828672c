/// Day counting in the Gregorian calendar, from 1970-01-01 as day 0.
enum GregorianCalendar {
    static func isLeap(_ year: Int) -> Bool {
        (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
    }

    /// The month is 1…12.
    static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Years are counted from March, so that the leap day is the last of its year and month lengths
    /// follow one formula (31, 30, 31, 30, 31 repeated).
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let monthsSinceMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - daysToEpoch
    }

    static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let sinceYearZero = days + daysToEpoch
        let cycle = sinceYearZero / daysPerCycle
        let dayOfCycle = sinceYearZero - cycle * daysPerCycle
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
        let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1)
    }

    /// The first day of a month, counted from January of year 0.
    static func daysSinceEpoch(month: Int) -> Int {
        daysSinceEpoch(year: month / 12, month: month % 12 + 1, day: 1)
    }

    /// Weeks are numbered so that 1970-01-01, a Thursday, lies in week 0.
    static func week(ofDay day: Int) -> Int {
        let sinceMonday = day + 3
        return sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
    }

    static func monday(ofWeek week: Int) -> Int {
        week * 7 - 3
    }

    /// ISO 8601: the week with the first Thursday of the year, which is the one with 4 January.
    static func firstWeek(ofYear year: Int) -> Int {
        week(ofDay: daysSinceEpoch(year: year, month: 1, day: 4))
    }

    /// Days from 1 March of year 0 to 1 January 1970.
    private static let daysToEpoch = 719_468
    /// Days in 400 years.
    private static let daysPerCycle = 146_097
}
