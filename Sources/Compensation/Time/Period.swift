/// An accounting period 核算期 in Chinese civil time (+08:00), from `start` up to but not including `end`.
///
/// Ordered by start; of two that start together the shorter comes first. Years 1900…9998.
public struct Period: Hashable, Comparable, Sendable {
    public let kind: PeriodKind
    public let start: CivilTime
    /// The first minute that no longer belongs to the period.
    public let end: CivilTime
    /// The form in which the period is written and signed, such as `2021-04`.
    public let text: String

    /// A calendar month; nil where there is none such.
    public static func month(year: Int, month: Int) -> Period? {
        let isLast = month == 12
        guard
            let start = CivilTime(year: year, month: month, day: 1, hour: 0, minute: 0),
            let end = CivilTime(
                year: isLast ? year + 1 : year, month: isLast ? 1 : month + 1, day: 1, hour: 0, minute: 0)
        else { return nil }
        return Period(kind: .month, start: start, end: end, text: String(start.text.prefix(7)))
    }

    private init(kind: PeriodKind, start: CivilTime, end: CivilTime, text: String) {
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
    }

    /// Nil unless the text is a period in its written form: `2021-04` for a month.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            let year = UInt(String(parts[0]) ?? ""), let month = UInt(String(parts[1]) ?? ""),
            let period = Period.month(year: Int(year), month: Int(month)),
            UTF8Order.areEqual(period.text, text)
        else { return nil }
        self = period
    }

    public func contains(_ time: CivilTime) -> Bool {
        start <= time && time < end
    }

    public static func < (left: Period, right: Period) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
