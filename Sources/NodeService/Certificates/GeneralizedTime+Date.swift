import Foundation
import SwiftASN1

extension GeneralizedTime {
    /// The moment in time; `nil` for a date that the calendar does not have.
    var date: Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(
            from: DateComponents(
                year: year, month: month, day: day, hour: hours, minute: minutes, second: seconds))
    }
}
