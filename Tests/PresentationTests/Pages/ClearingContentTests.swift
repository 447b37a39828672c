import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// A year's clearing whose parties chose names that would be markup.
@Suite("The page of a clearing")
struct ClearingContentTests {
    private static let hostile = "<script>alert(1)</script>'\"&amp;"
    private let story: Story
    private let report: ClearingReport

    /// One month of 2021 is recorded, and the centre has cleared what there is.
    init() throws {
        var story = try Story(decoration: Self.hostile)
        try story.settle()
        let year = try #require(Period("2021"))
        let next = try #require(try Self.clearing(story, year).clearing.next)
        try story.say(Story.centre, "central", .clearing(next))
        let (clearing, desk) = try Self.clearing(story, year)
        report = ClearingReport(clearing, desk)
        self.story = story
    }

    private static func clearing(_ story: Story, _ year: Period) throws -> (clearing: ClearingCase, desk: ClearingDesk)
    {
        let docket = story.docket
        let now = try #require(Timestamp("2022-03-01T09:00:00+08:00"))
        let desk = ClearingDesk(docket, history: story, now: now)
        let money = try desk.money(of: try #require(docket.agreements.terms.first))
        return (desk.clearing(of: year, money), desk)
    }

    private func bytes(_ report: ClearingReport, _ language: Language) throws -> [UInt8] {
        WebPage(
            ClearingContent(report), of: try story.member(Story.chongqing),
            Freshness(now: story.now, heads: [], staleAfterSeconds: 600)
        ).bytes(language)
    }

    /// 里耶镇 in class Ⅱ: 40 万元 from 湖南 to 重庆.
    @Test("Names are text, and each table is there", arguments: [Language.zh, .en])
    func hostileNames(language: Language) throws {
        try #require(report.settlements.count == 1 && report.claims.count == 1 && report.positions.count == 2)
        let html = String(decoding: try bytes(report, language), as: UTF8.self)
        #expect(!html.contains("<script") && !html.contains("'\"&amp;"), "\(html)")
        let name = language == .zh ? "湖南省" : "Hunan"
        #expect(html.contains("\(name)&lt;script&gt;alert(1)&lt;/script&gt;&#39;&quot;&amp;amp;"), "\(html)")
        #expect(html.ranges(of: "<table>").count == 3)
        #expect(html.contains("/settlements/youshui-2019/2021-04/"))
        // Eleven months are missing.
        for month in ["01", "03", "12"] { #expect(html.contains("<li>2021-\(month)</li>"), "\(month)") }
        #expect(!html.contains("<li>2021-04</li>"))
    }

    /// Amounts as numbers, received positive; who pays is negative.
    @Test("The files have what the tables show")
    func files() throws {
        let (clearing, desk) = try Self.clearing(story, try #require(Period("2021")))
        let (hunan, chongqing) = ("Hunan" + Self.hostile, "Chongqing" + Self.hostile)
        #expect(ExportTable.net(report, .en).rows == [[hunan, "-400000.00"], [chongqing, "400000.00"]])
        let list = ClearingList([clearing], desk)
        let claim = try #require(ExportTable.claims(list, .en).rows.first)
        #expect(Array(claim.prefix(4)) == ["youshui-2019", "2021", hunan, chongqing])
        #expect(Array(claim[5...8]) == ["400000.00", "0.00", "0.00", "400000.00"])
        let year = try #require(ExportTable.clearings(list, .en).rows.first)
        #expect(Array(year.prefix(2)) == ["2021", "youshui-2019"])
        #expect(year.last?.split(separator: " ").count == 11)
        let book = try LedgerBook(story.docket, history: story)
        let net = ExportTable.net(book, story.roster, .en).rows.map { Array($0.dropFirst()) }
        #expect(net == [["2021", hunan, "-400000.00"], ["2021", chongqing, "400000.00"]])
    }

    /// A year of daily settlements, with more parties and rivers than there are.
    @Test("It stays light, and says what it leaves out", arguments: [Language.zh, .en])
    func weight(language: Language) throws {
        var report = report
        report.settlements = Array(repeating: try #require(report.settlements.first), count: 400)
        report.positions = Array(repeating: try #require(report.positions.first), count: 400)
        report.claims = Array(repeating: try #require(report.claims.first), count: 400)
        let page = try bytes(report, language)
        #expect(page.count < 100_000, "\(page.count) bytes")
        let html = String(decoding: page, as: UTF8.self)
        let remark = language == .zh ? "项，共 400 项；其余见下载文件" : "of 400 are shown; the files to download have all of them"
        #expect(html.ranges(of: remark).count == 3)
        for file in ["settlements", "clearing-net/youshui-2019/2021", "claims", "payments"] {
            #expect(html.contains("/download/\(file).xlsx\""), "\(file)")
        }
    }
}
