import Compensation
import Federation
import Foundation
import Testing
import TransparencyLog

/// The Ministry of Finance's clearing of 2023, 财资环〔2023〕35号: golden E1.
@Suite struct AwardTests {
    private static let names = [
        "河北": "130000", "上海": "310000", "江苏": "320000", "浙江": "330000", "安徽": "340000", "福建": "350000",
        "河南": "410000", "湖南": "430000", "广东": "440000", "广西": "450000", "重庆": "500000", "四川": "510000",
        "贵州": "520000", "云南": "530000", "西藏": "540000", "陕西": "610000", "甘肃": "620000", "青海": "630000",
    ]
    /// Amounts as published, in 万元.
    static let published: [(name: String, amount: Int64, remark: String)] = [
        ("上海", -913, ""), ("江苏", -1405, ""), ("浙江", -1055, ""), ("安徽", -3171, ""), ("福建", -63, ""),
        ("河南", -568, ""), ("湖南", 240, "酉水"), ("广东", -5, ""), ("广西", -213, ""),
        ("重庆", 3359, "长江干流（川渝段）、濑溪河、酉水"), ("四川", 3034, "长江干流（川渝段）、濑溪河、赤水河"),
        ("贵州", 1536, "赤水河"), ("云南", 1152, "赤水河"), ("西藏", -130, ""), ("陕西", -1123, ""), ("甘肃", -217, ""),
        ("青海", -458, ""),
    ]

    private func line(_ name: String, _ amount: Int64, _ remark: String = "") throws -> AwardLine {
        AwardLine(
            party: try World.party(try #require(Self.names[name])), amount: Fen(amount * 1_000_000), remark: remark)
    }

    private func table(_ more: [AwardLine] = [], basin: String = World.basin) throws -> AwardEntry {
        AwardEntry(
            basin: basin, year: try World.period("2023"),
            lines: try Self.published.map { try line($0.name, $0.amount, $0.remark) } + more,
            outside: [try line("河北", 20_000, "潮白河")])
    }

    @Test func theMinistrysTableComesOutExactly() throws {
        var world = try World()
        try world.central(.award(try table()))
        for code in [World.hunan, World.guizhou, World.centre] { #expect(try world.findings(code).isEmpty) }
        let items = try world.held().book().items(World.basin, try World.period("2023"))
        let awards = items.filter { $0.sort == .award }
        func sum(_ items: [LedgerItem]) -> String? { Fen.sum(items.map(\.amount))?.formattedWanYuan }
        #expect(sum(awards) == "0")
        #expect(sum(awards.filter { $0.amount.count > 0 }) == "9321")
        #expect(sum(awards.filter { $0.amount.count < 0 }) == "-9321")
        #expect(sum(items.filter { $0.sort == .outside }) == "20000")
        #expect(awards.first { $0.party.text == "520000" }?.subject == "赤水河")
        #expect(awards.count == 17)
    }

    @Test func aTableThatIsNotZeroIsUnderstoodAndShown() throws {
        var world = try World()
        try world.central(.award(try table([line("河北", 1)])))
        #expect(try world.findings(World.hunan) == ["award-not-zero 长江流域 2023"])
    }

    @Test func aPartyStandsInTheTableOnce() throws {
        var world = try World()
        try world.central(.award(try table([line("湖南", 1), line("湖南", -1)])))
        #expect(
            try world.findings(World.hunan) == [
                "award-party-twice 长江流域 2023", "award-party-twice 长江流域 2023",
            ])
    }

    /// The latest table of a basin and year counts; another basin has its own.
    @Test func aLaterTableReplacesAnEarlier() throws {
        var world = try World()
        try world.central(
            .award(AwardEntry(basin: World.basin, year: try World.period("2023"), lines: [], outside: [])))
        let first = try world.central(.award(try table([line("河北", 5)])))
        let second = try world.central(.award(try table()))
        let yellow = AwardEntry(
            basin: "黄河流域", year: try World.period("2023"), lines: [try line("青海", 3), try line("四川", -3)],
            outside: [])
        try world.central(.award(yellow))
        #expect(try world.findings(World.guizhou).isEmpty)
        let items = try world.held().book().items(World.basin, try World.period("2023"))
        #expect(items.filter { $0.standing == .replaced(by: second) }.allSatisfy { $0.place == first })
        #expect(items.filter { $0.standing == .replaced(by: second) }.count == 19)
        #expect(try world.book("2023", "黄河流域") == ["award 510000 -3", "award 630000 3"])
        #expect(try world.book("2023").contains("award 630000 -458"))
    }
}
