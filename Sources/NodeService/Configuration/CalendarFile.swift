import Compensation
import Foundation

/// Reads the file of public holidays and make-up working days, which somebody writes anew every year:
///
///     holidays: [2026-10-01, 2026-10-02]
///     workdays: [2026-10-10]
enum CalendarFile {
    static func read(_ url: URL) throws -> WorkingCalendar {
        var reader = try ConfigurationReader(file: url.path, text: ConfigurationFile.text(of: url))
        func days(_ key: String) throws -> [Period] {
            guard reader.keys.contains(key) else { return [] }
            return try reader.texts(key).map { text in
                guard let day = Period(text), day.kind == .day else {
                    throw reader.problem(
                        key, zh: "“\(text)”不是日期，写法如 2026-10-01", en: "“\(text)” is no day; write it like 2026-10-01")
                }
                return day
            }
        }
        let calendar = WorkingCalendar(holidays: try days("holidays"), workdays: try days("workdays"))
        try reader.finish()
        return calendar
    }
}
