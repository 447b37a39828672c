import Federation
import Testing

@testable import NodeService

@Suite struct YearStoryTests {
    /// In every year the projects' reports lie ahead; the year is that of China, not of Greenwich.
    @Test(arguments: [
        ("2026-11-22T09:00:00+08:00", "2027-12-31"), ("2031-01-01T00:00:00+08:00", "2032-12-31"),
        ("2031-12-31T23:59:59+08:00", "2032-12-31"),
    ])
    func reportsAreDueAfterTheDayOfTheStory(now: String, due: String) throws {
        #expect(try YearStory.reportDue(try #require(Timestamp(now))) == due)
    }
}
