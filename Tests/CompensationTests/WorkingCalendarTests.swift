import Compensation
import Testing

/// Working days against the calendar of 2021: 14 June 端午节 a Monday, 20 and 21 September 中秋节, worked for
/// on Saturday 18 September, and the working Sunday 26 September (notice of the State Council, 国办发明电〔2020〕27号).
@Suite struct WorkingCalendarTests {
    private func time(_ day: String) throws -> CivilTime { try #require(CivilTime(text: "\(day)T09:00+08:00")) }

    private func last(_ count: Int, after day: String, _ calendar: WorkingCalendar) throws -> String? {
        calendar.day(count, after: try time(day))?.text
    }

    @Test func weekendsAreLeftOut() throws {
        // Thursday 6 May 2021: fifteen working days end on Thursday 27 May.
        #expect(try last(15, after: "2021-05-06", .weekends) == "2021-05-27")
        #expect(try last(1, after: "2021-05-07", .weekends) == "2021-05-10")
        #expect(try last(1, after: "2021-05-08", .weekends) == "2021-05-10")
        #expect(try last(5, after: "2021-05-09", .weekends) == "2021-05-14")
        // Before 1970 the days are counted downwards: 31 December 1969 was a Wednesday.
        #expect(try last(3, after: "1969-12-31", .weekends) == "1970-01-05")
    }

    @Test func holidaysAndMakeUpDaysComeFromTheLists() throws {
        let calendar = WorkingCalendar(
            holidays: try ["2021-06-14", "2021-09-20", "2021-09-21"].map { try #require(Period($0)) },
            workdays: try ["2021-09-18", "2021-09-26"].map { try #require(Period($0)) })
        #expect(try last(1, after: "2021-06-11", .weekends) == "2021-06-14")
        #expect(try last(1, after: "2021-06-11", calendar) == "2021-06-15")
        // Saturday 18 September was worked, Monday and Tuesday were free.
        #expect(try last(1, after: "2021-09-17", calendar) == "2021-09-18")
        #expect(try last(2, after: "2021-09-17", calendar) == "2021-09-22")
        #expect(try last(4, after: "2021-09-21", calendar) == "2021-09-26")
        #expect(calendar.isWorking(try time("2021-09-26")))
        #expect(!calendar.isWorking(try time("2021-09-20")))
    }

    @Test func noDeadlineWithoutDays() throws {
        #expect(try last(0, after: "2021-05-06", .weekends) == nil)
        #expect(try last(-1, after: "2021-05-06", .weekends) == nil)
        #expect(try last(1001, after: "2021-05-06", .weekends) == nil)
        #expect(try last(1000, after: "9998-12-01", .weekends) == nil)
        let all = WorkingCalendar(
            holidays: [try #require(Period("2021-05-07"))], workdays: [try #require(Period("2021-05"))])
        #expect(try last(1, after: "2021-05-06", all) == "2021-05-10")
    }
}
