/// An accounting period 核算期 in Chinese civil time (+08:00), from `start` up to but not including `end`.
///
/// Ordered by start; of two that start together the shorter comes first. Years 1900…9998; a week belongs to the
/// year that ISO 8601 counts it in.
public struct Period: Hashable, Comparable, Sendable {
    public let kind: PeriodKind
    public let start: CivilTime
    /// The first minute that no longer belongs to the period.
    public let end: CivilTime
    /// The form in which the period is written and signed, such as `2021-04`.
    public let text: String

    static let years = 1900...9998

    /// A calendar month; nil where there is none such.
    public static func month(year: Int, month: Int) -> Period? {
        guard years.contains(year), (1...12).contains(month) else { return nil }
        return Period(.month, number: year * 12 + month - 1)
    }

    /// Periods of one kind are numbered in order: days from 1970-01-01, weeks by the number of their Monday
    /// divided by seven, the others by the months since year 0 divided by their length.
    init?(_ kind: PeriodKind, number: Int) {
        let first: Int
        let next: Int
        let year: Int
        if let months = kind.months {
            guard (0..<120_000).contains(number) else { return nil }
            first = GregorianCalendar.daysSinceEpoch(month: number * months)
            next = GregorianCalendar.daysSinceEpoch(month: (number + 1) * months)
            year = number * months / 12
        } else {
            guard (-3_000_000..<3_000_000).contains(number) else { return nil }
            first = kind == .day ? number : GregorianCalendar.monday(ofWeek: number)
            next = kind == .day ? number + 1 : first + 7
            year = GregorianCalendar.date(daysSinceEpoch: kind == .day ? first : first + 3).year
        }
        guard Self.years.contains(year), let start = CivilTime(dayNumber: first), let end = CivilTime(dayNumber: next)
        else { return nil }
        self.kind = kind
        self.start = start
        self.end = end
        text = Self.text(kind, number: number, year: year, firstDay: first)
    }

    /// Nil outside the years a period can have.
    init?(_ kind: PeriodKind, containingDay day: Int) {
        let number: Int
        if let months = kind.months {
            let date = GregorianCalendar.date(daysSinceEpoch: day)
            number = (date.year * 12 + date.month - 1) / months
        } else {
            number = kind == .day ? day : GregorianCalendar.week(ofDay: day)
        }
        self.init(kind, number: number)
    }

    public func contains(_ time: CivilTime) -> Bool {
        start <= time && time < end
    }

    /// See `init(_:number:)`.
    var number: Int {
        if let months = kind.months {
            let date = GregorianCalendar.date(daysSinceEpoch: start.dayNumber)
            return (date.year * 12 + date.month - 1) / months
        }
        return kind == .day ? start.dayNumber : GregorianCalendar.week(ofDay: start.dayNumber)
    }

    public static func < (left: Period, right: Period) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
