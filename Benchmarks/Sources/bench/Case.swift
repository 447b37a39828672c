import Compensation
import Foundation

/// One period that is settled, with what it is settled from.
struct Case {
    struct Malformed: Error {}

    let section: SectionID
    let period: Period
    let readings: [Reading]
    let supplied: [SuppliedValue]

    /// Readings at noon of the days given, with values in thousandths by indicator.
    init(
        section: String, period: String, days: [String], supplied: [SuppliedValue],
        values: (Int) -> [(Indicator, Int)]
    ) throws {
        guard let id = SectionID(section), let wanted = Period(period) else { throw Malformed() }
        self.section = id
        self.period = wanted
        self.supplied = supplied
        readings = try days.enumerated().map { index, day in
            let entries = try values(index).map { indicator, thousandths in
                guard let value = MeasuredValue(String(format: "%d.%03d", thousandths / 1000, thousandths % 1000))
                else { throw Malformed() }
                return IndicatorValue(indicator, value)
            }
            guard let time = CivilTime(text: "\(day)T12:00+08:00"),
                let reading = Reading(section: id, time: time, status: .normal, values: entries)
            else { throw Malformed() }
            return reading
        }
    }

    init(_ parts: [Case]) throws {
        guard let first = parts.first else { throw Malformed() }
        section = first.section
        period = first.period
        readings = parts.flatMap(\.readings)
        supplied = parts.flatMap(\.supplied)
    }
}
