import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// Every page in less than 100 KB (docs/pages.md), with as much as the federation may have: 31 members none of whom was
/// heard of, two sources that measure eleven indicators every four hours, twenty years.
@Suite("The weight of a page")
struct PageWeightTests {
    private static let most = 100_000
    private let story: Story
    private let freshness: Freshness

    init() throws {
        var story = try Story()
        try story.draw()
        try story.sign(Story.chongqing)
        let indicators = Indicator.all.prefix(11)
        let section = try #require(SectionID("430000-liye"))
        for source in ["auto", "manual"] {
            for day in 1...30 {
                let rows = try stride(from: 0, to: 24, by: 4).map { hour in
                    let time = "2021-03-\(day < 10 ? "0" : "")\(day)T\(hour < 10 ? "0" : "")\(hour):00+08:00"
                    return ReadingContent(
                        time: try #require(CivilTime(text: time)), status: .normal,
                        values: try indicators.map {
                            IndicatorValue($0, try #require(MeasuredValue("\(day % 7).\(hour + 10)")))
                        })
                }
                try story.say(
                    Story.hunan, "common",
                    .readings(
                        ReadingsEntry(
                            section: section, source: source, file: "march.csv", fileDigest: ContentDigest(of: []),
                            rows: rows)))
            }
        }
        self.story = story
        freshness = Freshness(
            now: story.now,
            heads: try Self.origins().map { Freshness.Head(origin: $0, size: 1_000_000, heardAt: nil) },
            staleAfterSeconds: 600)
    }

    /// Four logs of each of 31 members.
    private static func origins() throws -> [LogOrigin] {
        try (11...41).flatMap { code in
            try ["common", "central", "youshui", "chishui"].map { try Story.origin("\(code)0000", $0) }
        }
    }

    private func weight(_ content: some PageContent, _ language: Language) throws -> Int {
        WebPage(content, of: try story.member(Story.chongqing), freshness).bytes(language).count
    }

    private func page(_ docket: Docket) throws -> SectionContent {
        let record = try #require(docket.sections.standing.first)
        let month = try #require(Period("2021-03"))
        let months = try (2002...2021).flatMap { year in
            try (1...12).map { try #require(Period("\(year)-\($0 < 10 ? "0" : "")\($0)")) }
        }
        let channels = [ChannelName.common]
        return SectionContent(
            SectionReport(record, docket: docket, now: story.now),
            SectionReadings(record.body, period: month, docket: docket, channels: channels), of: month,
            months: months, isDated: true, channels: channels)
    }

    @Test("A section", arguments: [Language.zh, .en])
    func section(language: Language) throws {
        let content = try page(story.docket)
        #expect(try weight(content, language) < Self.most)
        let html = content.markup(language).html
        #expect(html.contains("<polyline") && html.contains("2021-03-01 08:00"), "charts and table both")
        #expect(html.contains(language == .zh ? "其余见下载文件" : "the files to download have all of them"))
        // Each of the twenty years leads to its months.
        for year in 2002...2020 { #expect(html.contains("430000-liye/\(year)-12\""), "\(year)") }
        for month in ["01", "02", "04", "12"] { #expect(html.contains("430000-liye/2021-\(month)\""), "\(month)") }
    }

    @Test("Every section", arguments: [Language.zh, .en])
    func sections(language: Language) throws {
        let docket = story.docket
        let upstream = try #require(PartyCode(Story.chongqing))
        let downstream = try #require(PartyCode(Story.hunan))
        let standings = try (0..<248).map { place in
            SectionStanding(
                SectionEntry(
                    section: try #require(SectionID("430000-s\(place)")),
                    name: Bilingual(zh: "断面\(place)", en: "Section \(place)"), aliases: [], river: "河\(place / 8)",
                    basin: "长江流域", bodyType: .river, controlLevel: .national, upstream: upstream,
                    downstream: downstream), nil, docket: docket, now: story.now)
        }
        #expect(try weight(SectionListContent(standings), language) < Self.most)
        #expect(
            SectionListContent(standings).markup(language).html.contains(
                language == .zh ? "共 31 条；其余见下表" : "of 31 rivers are drawn"))
    }

    /// Thirty-two cosignatures under every checkpoint, about as long as they are.
    @Test("Checkpoints", arguments: [Language.zh, .en])
    func checkpoints(language: Language) throws {
        let docket = story.docket
        let line = "— 430000.tongzhou.test/witness " + String(repeating: "A", count: 104) + "\n"
        let heads = try Self.origins().map { origin in
            CheckContent.Head(
                OwnLogStatus(origin: origin, size: 1_000_000, rootHex: String(repeating: "0", count: 64)),
                note: origin.text + "\n1000000\n" + String(repeating: line, count: 32))
        }
        let keys = docket.roster.members.flatMap { KeyRow.rows($0, docket.keys) }
        let content = CheckContent(heads: heads, keys: (0..<31).flatMap { _ in keys.prefix(2) })
        #expect(try weight(content, language) < Self.most)
        #expect(content.markup(language).html.contains(language == .zh ? "共 124 条" : "of 124 logs"))
    }

    @Test("An agreement with many texts", arguments: [Language.zh, .en])
    func agreement(language: Language) throws {
        let docket = story.docket
        let terms = try #require(docket.agreements.terms.first)
        let content = AgreementContent(
            AgreementReport(Array(repeating: terms, count: 200), docket: docket, now: story.now))
        #expect(try weight(content, language) < Self.most)
        #expect(content.markup(language).html.contains(language == .zh ? "个文本未在本页列出" : "earlier texts are not shown"))
    }

    /// What does not fit is counted.
    @Test("A list")
    func list() {
        let lines = Array(repeating: String(repeating: "x", count: 91), count: 50)
        let html = PageBudget.list(lines, bytes: 1_000, .zh).html
        #expect(html.ranges(of: "<li>").count == 11 && html.contains("另有 40 条。"), "\(html)")
        #expect(!PageBudget.list(Array(lines.prefix(10)), bytes: 1_000, .zh).html.contains("另有"))
    }

    @Test("Logs not heard of beyond what a page has room for are counted")
    func warning() {
        let warning = freshness.warning(.zh).html
        let listed = warning.ranges(of: "启动以来尚未联系上").count
        #expect(warning.utf8.count < 5_000 && listed > 10)
        #expect(warning.contains("另有 \(124 - listed) 条日志"), "\(warning)")
    }
}
