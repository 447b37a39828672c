/// A day number of a spreadsheet as the moment that it shows.
enum SerialMoment {
    /// `2025-06-01 08:00`, `2025-06-01` for a whole number in a format without time, `08:00` for a time alone; seconds
    /// only where there are any. Nil for what is no day from 1900 to 9999, and for 1900-02-29, which never was.
    ///
    /// `number` is a plain decimal; the moment is rounded to whole seconds, which no binary fraction misses.
    static func text(_ number: String, _ form: DateForm, is1904: Bool) -> String? {
        guard let seconds = seconds(number) else { return nil }
        let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if day == 0, form.showsTime, !form.showsDate { return clock(second) }
        guard let date = date(day, is1904: is1904) else { return nil }
        return second == 0 && !form.showsTime ? date : date + " " + clock(second)
    }

    /// Seconds of a count of days, rounded half up; nil unless 0 ≤ days < 3,000,000.
    private static func seconds(_ number: String) -> Int? {
        let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let days = Int(whole), (0..<3_000_000).contains(days), number.first != "-" else {
            return nil
        }
        // Behind the fifteenth digit nothing is left of a second.
        let digits = parts.count == 2 ? parts[1].prefix(15) : ""
        var scale = 1
        for _ in digits { scale *= 10 }
        guard let fraction = Int(digits.isEmpty ? "0" : String(digits)), fraction >= 0 else { return nil }
        let product = Int128(fraction) * 86_400
        return days * 86_400 + Int((product * 2 + Int128(scale)) / (Int128(scale) * 2))
    }

    private static func date(_ day: Int, is1904: Bool) -> String? {
        if is1904 { return civil(day - 24_107) }
        // Programs count a 29 February 1900 (day 60), for the sake of one from 1983.
        guard day >= 1, day != 60 else { return nil }
        return civil(day - (day < 60 ? 25_568 : 25_569))
    }

    /// The date of a day counted from 1970-01-01, in the Gregorian calendar.
    private static func civil(_ day: Int) -> String? {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard (1900...9999).contains(year) else { return nil }
        return "\(year)-\(two(month))-\(two(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
    }

    private static func clock(_ second: Int) -> String {
        let text = "\(two(second / 3_600)):\(two(second / 60 % 60))"
        return second % 60 == 0 ? text : text + ":\(two(second % 60))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
