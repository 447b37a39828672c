import Compensation

/// Completes a time without a year, or of the day alone, from a date beside it.
enum DatedTime {
    /// `05-10 08:05` or `08:05` beside `2020-05-10`. Of the years around the date the one counts that brings the
    /// time nearest to it: a list of 1 January may still carry a time of 31 December. Nil where the two make no time,
    /// and for a time that is complete without the date.
    static func read(_ time: String, on date: String) -> CivilTime? {
        guard case .time(let day) = IntakeTime.read("\(date) 00:00", year: nil),
            let year = Int(day.text.prefix(4))
        else { return nil }
        guard case .yearMissing = IntakeTime.read(time, year: nil) else {
            guard !time.contains(" "), case .time(let found) = IntakeTime.read("\(date) \(time)", year: nil) else {
                return nil
            }
            return found
        }
        let candidates = [year, year - 1, year + 1].compactMap { candidate -> CivilTime? in
            if case .time(let found) = IntakeTime.read(time, year: candidate) { found } else { nil }
        }
        return candidates.min { distance($0, day) < distance($1, day) }
    }

    private static func distance(_ time: CivilTime, _ day: CivilTime) -> Int64 {
        abs(time.minutesSinceEpoch - day.minutesSinceEpoch)
    }
}
