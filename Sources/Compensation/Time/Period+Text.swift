extension Period {
    /// Nil unless the text is a period in its written form: day `2021-04-01`, week `2021-W14` (ISO 8601), month
    /// `2021-04`, two months `2021-B2`, quarter `2021-Q2`, half-year `2021-H1`, year `2021`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, let year = Self.digits(first, count: 4),
            let period = Self.period(of: year, parts.dropFirst()), UTF8Order.areEqual(period.text, text)
        else { return nil }
        self = period
    }

    private static func period(of year: Int, _ rest: ArraySlice<Substring.UTF8View>) -> Period? {
        guard let second = rest.first else { return Period(.year, number: year) }
        if rest.count == 2, let third = rest.last {
            guard let month = digits(second, count: 2), let day = digits(third, count: 2),
                let start = CivilTime(year: year, month: month, day: day, hour: 0, minute: 0)
            else { return nil }
            return Period(.day, number: start.dayNumber)
        }
        guard rest.count == 1 else { return nil }
        if let month = digits(second, count: 2) { return .month(year: year, month: month) }
        if second.first == UInt8(ascii: "W"), let week = digits(second.dropFirst(), count: 2) {
            return Period(.week, number: GregorianCalendar.firstWeek(ofYear: year) + week - 1)
        }
        for (kind, letter) in letters where second.first == UInt8(ascii: letter) {
            guard let months = kind.months, let part = digits(second.dropFirst(), count: 1) else { return nil }
            return Period(kind, number: year * 12 / months + part - 1)
        }
        return nil
    }

    static func text(_ kind: PeriodKind, number: Int, year: Int, firstDay: Int) -> String {
        if kind == .year { return "\(year)" }
        for (lettered, letter) in letters where lettered == kind {
            return "\(year)-\(letter)\(number % (12 / (kind.months ?? 12)) + 1)"
        }
        if kind == .week {
            return "\(year)-W\(twoDigits(number - GregorianCalendar.firstWeek(ofYear: year) + 1))"
        }
        let date = GregorianCalendar.date(daysSinceEpoch: firstDay)
        let month = "\(year)-\(twoDigits(date.month))"
        return kind == .month ? month : "\(month)-\(twoDigits(date.day))"
    }

    private static let letters: [(PeriodKind, Unicode.Scalar)] = [(.twoMonths, "B"), (.quarter, "Q"), (.halfYear, "H")]

    private static func digits(_ text: Substring.UTF8View, count: Int) -> Int? {
        guard text.count == count,
            text.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
