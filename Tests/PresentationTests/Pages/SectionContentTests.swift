import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// 湖南省 has recorded 2021-04-02 16:00 at 里耶镇 with a spike, 重庆市 without: the two cannot both be true.
@Suite("The page of a section")
struct SectionContentTests {
    private static func html(_ story: Story, _ language: Language) throws -> String {
        let docket = story.docket
        let record = try #require(docket.sections.standing.first)
        let month = try #require(Period("2021-04"))
        let channels = [try #require(ChannelName("common")), try #require(ChannelName("youshui"))]
        return SectionContent(
            SectionReport(record, docket: docket, now: story.now),
            SectionReadings(record.body, period: month, docket: docket, channels: channels), of: month,
            months: [month], isDated: true, channels: channels
        ).markup(language).html
    }

    @Test("Readings that contradict each other stand above the table", arguments: [Language.zh, .en])
    func conflicts(language: Language) throws {
        var story = try Story()
        try story.propose()
        #expect(try !Self.html(story, language).contains("common/1#1"))
        try story.contradict(by: Story.chongqing)
        let html = try Self.html(story, language)
        let table = try #require(html.firstRange(of: "<caption>")?.lowerBound)
        let above = html[..<table]
        for words in [
            language == .zh ? "的记录互相矛盾" : "contradict each other:", "2021-04-02T16:00",
            "430000.tongzhou.test/common/1#1", "500000.tongzhou.test/common/1#0",
        ] { #expect(above.contains(words), "\(words) in \(above)") }
    }
}
