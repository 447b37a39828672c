/// A minute of Chinese civil time.
///
/// Always at the fixed offset +08:00, so no time zone data is needed; years 1900…9999 of the Gregorian calendar.
/// Text form: `2021-04-02T08:00+08:00`, nothing else.
public struct CivilTime: Hashable, Comparable, Sendable {
    /// Minutes since 1970-01-01T00:00Z.
    public let minutesSinceEpoch: Int64

    private static let offsetMinutes: Int64 = 480
    private static let minutesPerDay: Int64 = 1440
    static let years = 1900...9999

    /// Nil where the calendar has no such minute.
    public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            day >= 1, day <= GregorianCalendar.days(inMonth: month, ofYear: year),
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let days = Int64(GregorianCalendar.daysSinceEpoch(year: year, month: month, day: day))
        minutesSinceEpoch = days * Self.minutesPerDay + Int64(hour * 60 + minute) - Self.offsetMinutes
    }

    /// Nil where the minute lies outside the years 1900…9999 at +08:00.
    public init?(minutesSinceEpoch: Int64) {
        let (local, overflow) = minutesSinceEpoch.addingReportingOverflow(Self.offsetMinutes)
        guard !overflow,
            local >= Int64(GregorianCalendar.daysSinceEpoch(year: Self.years.lowerBound, month: 1, day: 1))
                * Self.minutesPerDay,
            local < Int64(GregorianCalendar.daysSinceEpoch(year: Self.years.upperBound + 1, month: 1, day: 1))
                * Self.minutesPerDay
        else { return nil }
        self.minutesSinceEpoch = minutesSinceEpoch
    }

    /// The first minute of a day, counted at +08:00 from 1970-01-01; nil outside the years 1900…9999.
    init?(dayNumber: Int) {
        let (minutes, overflow) = Int64(dayNumber).multipliedReportingOverflow(by: Self.minutesPerDay)
        guard !overflow, minutes > .min + Self.offsetMinutes else { return nil }
        self.init(minutesSinceEpoch: minutes - Self.offsetMinutes)
    }

    /// The day at +08:00, counted from 1970-01-01.
    var dayNumber: Int {
        let local = minutesSinceEpoch + Self.offsetMinutes
        return Int(local >= 0 ? local / Self.minutesPerDay : (local - Self.minutesPerDay + 1) / Self.minutesPerDay)
    }

    /// Nil unless the text is `YYYY-MM-DDTHH:MM+08:00` and names a real minute.
    public init?(text: String) {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00+08:00".utf8)
        guard bytes.count == form.count else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isDigitPlace = index < 16 && form[index] == UInt8(ascii: "0")
            let fits =
                isDigitPlace
                ? byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") : byte == form[index]
            guard fits else { return nil }
        }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        self.init(
            year: number(0..<4), month: number(5..<7), day: number(8..<10),
            hour: number(11..<13), minute: number(14..<16))
    }

    public var text: String {
        let days = dayNumber
        let minuteOfDay = Int(minutesSinceEpoch + Self.offsetMinutes - Int64(days) * Self.minutesPerDay)
        let date = GregorianCalendar.date(daysSinceEpoch: days)
        return "\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))"
            + "T\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))+08:00"
    }

    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.minutesSinceEpoch < right.minutesSinceEpoch
    }

    private func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
