import Compensation
import Testing

@testable import NodeService

/// Times beside a date, as daily lists of the national platform carry them.
@Suite("A time beside a date")
struct DatedTimeTests {
    @Test(
        arguments: [
            ("05-10 08:05", "2020-05-10", "2020-05-10T08:05+08:00"), ("08:05", "2020-05-10", "2020-05-10T08:05+08:00"),
            ("12-31 20:00", "2021-01-01", "2020-12-31T20:00+08:00"),
            ("01-01 00:00", "2020-12-31", "2021-01-01T00:00+08:00"),
            ("5/10 8:05", "2020/5/10", "2020-05-10T08:05+08:00"),
            ("02-29 08:00", "2020-02-29", "2020-02-29T08:00+08:00"),
            ("02-30 08:00", "2020-02-29", nil), ("05-10 08:05", "May 10", nil), ("25:00", "2020-05-10", nil),
            ("2020-05-10 08:05", "2020-05-11", nil), ("", "2020-05-10", nil),
        ] as [(String, String, String?)])
    func times(time: String, date: String, expected: String?) {
        #expect(DatedTime.read(time, on: date)?.text == expected)
    }
}
