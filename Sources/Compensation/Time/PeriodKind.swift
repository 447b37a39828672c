/// How long an accounting period 核算期 is, from the shortest to the longest. The raw value is the word used in
/// schemes.
public enum PeriodKind: String, Hashable, Sendable, CaseIterable {
    case day
    /// ISO 8601: from Monday to Sunday.
    case week
    case month
    /// January and February, March and April, and so on.
    case twoMonths = "two-months"
    case quarter
    case halfYear = "half-year"
    case year

    public var name: Bilingual {
        switch self {
        case .day: Bilingual(zh: "日", en: "day")
        case .week: Bilingual(zh: "周", en: "week")
        case .month: Bilingual(zh: "月", en: "month")
        case .twoMonths: Bilingual(zh: "双月", en: "two months")
        case .quarter: Bilingual(zh: "季度", en: "quarter")
        case .halfYear: Bilingual(zh: "半年", en: "half-year")
        case .year: Bilingual(zh: "年", en: "year")
        }
    }

    /// The period of this kind that `time` lies in; nil outside the years a period can have.
    public func period(containing time: CivilTime) -> Period? {
        Period(self, containingDay: time.dayNumber)
    }

    /// Whether a period of this kind, moved by so many of `unit`, comes to lie on another of its kind: days move
    /// by days and weeks, weeks by weeks, the others by any number of months that is a multiple of their own.
    public func accepts(shiftBy count: Int, _ unit: PeriodKind) -> Bool {
        steps(shiftingBy: count, unit) != nil
    }

    /// How many periods of this kind lie between a period and the one `count` units further on; nil where that
    /// is no whole number, or too large a one.
    func steps(shiftingBy count: Int, _ unit: PeriodKind) -> Int? {
        switch (self, unit) {
        case (.day, .day), (.week, .week):
            return count
        case (.day, .week):
            let (days, overflow) = count.multipliedReportingOverflow(by: 7)
            return overflow ? nil : days
        default:
            guard let own = months, let other = unit.months else { return nil }
            let (months, overflow) = count.multipliedReportingOverflow(by: other)
            return overflow || !months.isMultiple(of: own) ? nil : months / own
        }
    }

    /// The length in months; nil for days and weeks.
    var months: Int? {
        switch self {
        case .day, .week: nil
        case .month: 1
        case .twoMonths: 2
        case .quarter: 3
        case .halfYear: 6
        case .year: 12
        }
    }
}
