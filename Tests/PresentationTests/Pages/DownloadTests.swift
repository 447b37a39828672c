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

    /// 湖南省 and 重庆市 propose and accept, the centre verifies: five words; three nodes with a key each.
    @Test("Signatures, agreements, keys and limits")
    func files() throws {
        var story = try Story()
        try story.settle()
        let docket = story.docket
        let summary = try story.settlement(Story.chongqing)
        let signatures = ExportTable.signatures(StatementSignature.all(summary.settlement, docket), .en)
        #expect(signatures.rows.count == 5)
        #expect(signatures.rows.allSatisfy { $0[2] == "2021-05-06 09:00" && $0[3] == summary.digest })
        let agreements = ExportTable.agreements(docket.agreements.terms, docket.roster, .zh, now: story.now)
        #expect(agreements.rows.map(\.first) == ["youshui-2019"])
        #expect(agreements.rows.first?[5] == "2021-01" && agreements.rows.first?[6] == "2021-12")
        let keys = ExportTable.keys(docket.roster.members.flatMap { KeyRow.rows($0, docket.keys) }, .en)
        #expect(keys.rows.count == 3 && keys.rows.allSatisfy { $0[4].utf8.count == 64 })
        // GB 3838-2002 table 1: CODMn 2, 4, 6, 10, 15 mg/L; dissolved oxygen at least 7.5, 6, 5, 3, 2 mg/L.
        let limits = ExportTable.limits(.en)
        func row(_ item: String) throws -> [String] {
            Array(try #require(limits.rows.first { $0[1].hasPrefix(item) }).dropFirst(2))
        }
        #expect(try row("permanganate index") == ["≤ 2", "≤ 4", "≤ 6", "≤ 10", "≤ 15"])
        #expect(try row("dissolved oxygen") == ["≥ 7.5", "≥ 6", "≥ 5", "≥ 3", "≥ 2"])
    }
}
