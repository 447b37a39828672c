import Compensation
import TestSupport
import Testing

/// The readings as the rules take them.
extension LiyeReadings {
    static func all() throws -> [Reading] {
        try rows.map(reading)
    }

    static func reading(at time: String) throws -> Reading {
        try reading(try #require(rows.first { $0.time == time }))
    }

    private static func reading(
        _ row: (time: String, status: ReadingStatus, values: [String])
    ) throws -> Reading {
        let measured = zip(IndicatorSet.fiveItems.indicators, row.values).filter { $0.1 != "--" }
        return try Fixtures.reading(
            "430000-liye", "2021-04-\(row.time):00+08:00", row.status, measured.map { ($0.0, $0.1) })
    }
}
