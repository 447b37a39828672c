import Compensation
import Federation
import Testing

@testable import Presentation

/// A file that has more than the table above it is not called that table.
@Suite("What a download is called")
struct DownloadTests {
    /// The file always has the settlements of every agreement.
    @Test("Settlements of one agreement and of all")
    func settlements() throws {
        var story = try Story()
        try story.settle()
        let summary = try story.settlement(Story.chongqing)
        let all = SettlementListContent([summary], of: nil)
        #expect(all.markup(.zh).html.contains("下载本表") && all.markup(.en).html.contains("Download this table"))
        let some = SettlementListContent([summary], of: "youshui-2019")
        #expect(some.markup(.zh).html.contains("下载全部核算结果") && !some.markup(.zh).html.contains("下载本表"))
        #expect(some.markup(.en).html.contains("Download all settlements: "))
    }

    /// The first page shows the newest of an agreement: of two, the file has one more.
    @Test("The newest settlements")
    func newest() throws {
        var story = try Story()
        try story.settle()
        let summary = try story.settlement(Story.chongqing)
        let member = try story.member(Story.chongqing)
        func html(_ count: Int) -> String {
            OverviewContent(
                of: member, sections: [], settlements: Array(repeating: summary, count: count)
            ).markup(.zh).html
        }
        #expect(html(2).contains("下载全部核算结果") && !html(1).contains("下载全部"))
    }
}
