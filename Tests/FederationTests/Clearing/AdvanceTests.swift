import Compensation
import Federation
import Testing
import TransparencyLog

/// Advances, rivers kept apart, stand-ins.
@Suite struct AdvanceTests {
    private static let beijing = "110000"
    private static let hebei = "130000"

    /// 322.15 million yuan for a year of class Ⅱ or better, as published for 2018; half of it otherwise.
    private static let chaobai = """
        # 潮白河

        ```tongzhou
        scheme chaobai-test
        title "潮白河" "Chaobai"
        party 河北省 "Hebei" = 130000
        party 北京市 "Beijing" = 110000
        section 古北口 "Gubeikou" = 130000-gubeikou river
        period year
        valid from 2018 to 2020
        let 年均值 "means" = mean of readings at 古北口 where status is normal
        let 年度类别 "class" = class of 年均值 by CODMn, NH3-N, TP
        pay 补偿 "compensation"
          when missing 年度类别: nothing
          when 年度类别 <= Ⅱ: 北京市 pays 河北省 32215 万元
          otherwise: 北京市 pays 河北省 10000 万元
        ```
        """

    /// 2018: 322.15 million settled and 177.85 million in advance for 2019 are one transfer of 500 million. 2019 then
    /// owes what the advance leaves, or gets some of it back.
    @Test(
        arguments: [
            ("3", "\(beijing) \(hebei) \((32_215 - 17_785) * 1_000_000)"),
            ("5", "\(hebei) \(beijing) \((17_785 - 10_000) * 1_000_000)"),
        ])
    func advanceAndClearingAreOneTransfer(_ codmn: String, _ next: String) throws {
        var world = try MoneyWorld(Self.chaobai)
        try world.read("130000-gubeikou", "2018-06-01", codmn: "3")
        try world.settle(at: "2019-03-01T09:00:00+08:00")
        let clearing = try world.clear("2018")
        let items = [
            PaymentItem(clearing: clearing, year: try EntryVectors.period("2018"), amount: Fen(32_215_000_000)),
            PaymentItem(advanceFor: try EntryVectors.period("2019"), amount: Fen(17_785_000_000)),
        ]
        let payment = try world.pay(Self.beijing, Self.hebei, "京财〔2019〕1号", items)
        let paid = try #require(try world.money().payments.first)
        #expect(paid.entry.amount.count == 50_000_000_000 && paid.entry.amount.capitals == "伍亿元整")
        #expect(try world.money().claims.map(\.unpaid.count) == [0])

        try world.read("130000-gubeikou", "2019-06-01", codmn: codmn)
        try world.settle(at: "2020-03-01T09:00:00+08:00")
        // Not received, not deducted.
        #expect(try world.clearing("2019").next?.advances.isEmpty == true)
        try world.receive(Self.hebei, payment, 50_000_000_000)
        try world.clear("2019")
        let found = try world.clearing("2019")
        #expect(found.records.map(\.standing) == [.stands])
        #expect(found.records.first?.entry.advances.map(\.amount.count) == [17_785_000_000])
        #expect(MoneyWorld.lines(found.claims.map(\.transfer)) == [next])
        // Deducted once.
        #expect(try world.clearing("2019").next?.advances.isEmpty == true)
        #expect(try !world.clearing("2019").isDue)
    }

    private static let upstream = "500120"
    private static let downstream = "500116"
    /// The municipality stands in where a river comes in from another province.
    private static let municipality = "500000"

    private static func rivers(_ second: String) -> String {
        """
        # 两河

        ```tongzhou
        scheme lianghe-2023
        title "两河" "Two rivers"
        party 璧山区 "Bishan" = 500120
        party 江津区 "Jiangjin" = 500116
        party 重庆市 "Chongqing" = 500000
        section 一河断面 "first" = 500120-first river
        section 二河断面 "second" = 500120-second river
        section 涪江入境 "Fujiang, border" = 500152-fujiang river
        list 断面表 "sections" = 一河断面, 二河断面, 涪江入境
        table 上游 "upstream" for 断面 in 断面表
          一河断面: 璧山区
          二河断面: \(second == "stand-in" ? "重庆市" : "璧山区")
          涪江入境: 重庆市
        period year
        valid from 2023 to 2025
        let 均值 "means" for 断面 in 断面表 = mean of readings at 断面 where status is normal
        let 类别 "class" for 断面 in 断面表 = class of 均值(断面) by CODMn, NH3-N, TP
        pay 补偿 "compensation" for 断面 in 断面表
          when missing 类别(断面): nothing
          when 类别(断面) <= Ⅱ: 江津区 pays 上游(断面) 300 万元
          otherwise: 上游(断面) pays 江津区 200 万元
        ```
        """
    }

    private static func settled(
        _ second: String, _ names: [String], netsAcrossRivers: Bool = false
    ) throws -> MoneyWorld {
        var duties = AgreementDuties()
        duties.netsAcrossRivers = netsAcrossRivers
        var world = try MoneyWorld(rivers(second), at: "2023-01-05T09:00:00+08:00", duties: duties)
        for (section, river) in zip(["500120-first", "500120-second", "500152-fujiang"], names) {
            try world.register(section, river: river)
        }
        try world.read("500120-first", "2023-06-01", codmn: "3")
        try world.read("500120-second", "2023-06-01", codmn: "8")
        try world.settle(at: "2024-03-01T09:00:00+08:00")
        return world
    }

    /// Case C7: +3 million on one river and −2 million on the other are two records, not one of +1 million.
    @Test func riversAreNotSetOffAgainstEachOther() throws {
        var world = try Self.settled("", ["甲河", "乙河", "涪江"])
        let clearing = try world.clear("2023")
        let found = try world.clearing("2023")
        #expect(found.records.map(\.standing) == [.stands])
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Self.upstream) \(Self.downstream) 200000000 乙河", "\(Self.downstream) \(Self.upstream) 300000000 甲河",
            ])
        // A payment says which river it is for.
        let year = try EntryVectors.period("2023")
        try world.pay(
            Self.downstream, Self.upstream, "津财〔2024〕1号",
            [PaymentItem(clearing: clearing, year: year, river: "乙河", amount: Fen(1))])
        try world.pay(
            Self.downstream, Self.upstream, "津财〔2024〕2号",
            [PaymentItem(clearing: clearing, year: year, river: "甲河", amount: Fen(300_000_000))])
        #expect(try world.money().payments.map(\.standing) == [.unknownClaim, .counts])
        #expect(try world.money().claims.map(\.unpaid.count) == [200_000_000, 0])
    }

    /// A clearing names the registered sections it rests on. One of them registered anew, by whomever, changes what is
    /// cleared next, not what was.
    @Test func registeringASectionAnewUndoesNoClearing() throws {
        var world = try Self.settled("", ["甲河", "乙河", "涪江"])
        let clearing = try world.clear("2023")
        let year = try EntryVectors.period("2023")
        try world.pay(
            Self.downstream, Self.upstream, "津财〔2024〕2号",
            [PaymentItem(clearing: clearing, year: year, river: "甲河", amount: Fen(300_000_000))])
        let before = MoneyWorld.lines(try world.money().claims.map(\.transfer))
        try world.register("500120-second", river: "甲河")
        #expect(try world.clearing("2023").records.map(\.standing) == [.stands])
        #expect(MoneyWorld.lines(try world.money().claims.map(\.transfer)) == before)
        #expect(try world.money().payments.map(\.standing) == [.counts])
        #expect(try world.money().claims.map(\.unpaid.count) == [200_000_000, 0])
    }

    /// Who does not hold a registration yet waits for it; a clearing that names what is none is not what follows.
    @Test func sectionsThatAClearingNamesAreLookedUp() throws {
        var world = try Self.settled("", ["甲河", "乙河", "涪江"])
        let next = try #require(try world.clearing("2023").next)
        #expect(next.sections.count == 3)
        try world.clear("2023")
        let last = try #require(next.sections.last)
        let behind = try world.world.held(short: [(world.parties[0], "common", last.index)])
        let seen = try #require(ClearingDesk(behind.docket, history: behind, now: world.world.now).agreements().first)
        #expect(seen.clearings.map(\.standing) == [.waits(last.text)])
        let reading = EntryReference(log: last.log, index: last.index + 1)
        for sections in [[reading], next.sections + [reading]] {
            var other = try Self.settled("", ["甲河", "乙河", "涪江"])
            try other.say(
                World.centre,
                .clearing(
                    ClearingEntry(
                        key: next.key, year: next.year, number: 1, cut: next.cut, sections: sections,
                        settlements: next.settlements, unsettled: [], advances: [], transfers: next.transfers)))
            #expect(try other.money().clearings.map(\.standing) == [.differs(.sections)])
        }
    }

    /// 201 advances: 200 fit into one clearing, the last is deducted by the next.
    @Test func whatDoesNotFitIsClearedNext() throws {
        var world = try MoneyWorld(Self.chaobai)
        try world.read("130000-gubeikou", "2018-06-01", codmn: "3")
        let item = PaymentItem(advanceFor: try EntryVectors.period("2018"), amount: Fen(100))
        for number in 0...200 {
            try world.receive(Self.hebei, try world.pay(Self.beijing, Self.hebei, "\(number)", [item]), 100)
        }
        try world.settle(at: "2019-03-01T09:00:00+08:00")
        try world.clear("2018")
        #expect(try world.clearing("2018").isDue)
        try world.clear("2018")
        let found = try world.clearing("2018")
        #expect(found.records.map(\.entry.advances.count) == [200, 1] && !found.isDue)
        #expect(found.records.allSatisfy { $0.standing == .stands })
        #expect(
            MoneyWorld.lines(found.claims.map(\.transfer)) == [
                "\(Self.beijing) \(Self.hebei) \(32_215_000_000 - 20_000)", "\(Self.hebei) \(Self.beijing) 100",
            ])
    }

    /// The payee confirms the payment that was replaced after all, and the payer replaces what was confirmed: too late
    /// for what has been cleared.
    @Test func whatIsSaidLaterUndoesNoClearing() throws {
        var world = try MoneyWorld(Self.chaobai)
        try world.read("130000-gubeikou", "2018-06-01", codmn: "3")
        let year = try EntryVectors.period("2018")
        func item(_ fen: Int64) -> PaymentItem { PaymentItem(advanceFor: year, amount: Fen(fen)) }
        let wrong = try world.pay(Self.beijing, Self.hebei, "1", [item(7)])
        let right = try world.pay(Self.beijing, Self.hebei, "1", [item(5)], replacing: wrong)
        try world.receive(Self.hebei, right, 5)
        try world.settle(at: "2019-03-01T09:00:00+08:00")
        try world.clear("2018")
        let before = try world.clearing("2018")
        #expect(before.records.map(\.entry.advances.count) == [1] && !before.isDue)
        try world.receive(Self.hebei, wrong, 7)
        try world.pay(Self.beijing, Self.hebei, "2", [item(6)], replacing: right)
        let after = try world.clearing("2018")
        #expect(after.records.map(\.standing) == [.stands])
        #expect(MoneyWorld.lines(after.claims.map(\.transfer)) == MoneyWorld.lines(before.claims.map(\.transfer)))
    }

    /// A payment may name any year; only those of the agreement are looked at.
    @Test func yearsOutsideTheValidityAreNoCases() throws {
        var world = try MoneyWorld(Self.chaobai)
        for year in ["1950", "2018", "2020", "2021"] {
            let item = PaymentItem(advanceFor: try EntryVectors.period(year), amount: Fen(1))
            try world.pay(Self.beijing, Self.hebei, year, [item])
        }
        #expect(try world.desk().cases(of: try world.money()).map(\.year.text) == ["2018", "2020"])
    }

    @Test func oneRiverIsSetOffAndSeveralWhereTheAgreementSaysSo() throws {
        for (names, isAllowed) in [(["甲河", "甲河", "甲河"], false), (["甲河", "乙河", "涪江"], true)] {
            let world = try Self.settled("", names, netsAcrossRivers: isAllowed)
            let next = try #require(try world.clearing("2023").next)
            #expect(MoneyWorld.lines(next.transfers) == ["\(Self.downstream) \(Self.upstream) 100000000"])
        }
    }

    /// Case C8: the municipality pays and receives in the place of whoever is not there.
    @Test func standInsPayLikeAnybody() throws {
        var world = try Self.settled("stand-in", ["甲河", "甲河", "涪江"])
        let clearing = try world.clear("2023")
        let year = try EntryVectors.period("2023")
        #expect(
            MoneyWorld.lines(try world.clearing("2023").claims.map(\.transfer)) == [
                "\(Self.municipality) \(Self.downstream) 200000000 甲河",
                "\(Self.downstream) \(Self.upstream) 300000000 甲河",
            ])
        let payment = try world.pay(
            Self.municipality, Self.downstream, "渝财〔2024〕1号",
            [PaymentItem(clearing: clearing, year: year, river: "甲河", amount: Fen(200_000_000))])
        try world.receive(Self.downstream, payment, 200_000_000)
        #expect(try world.money().claims.map(\.outstanding.count) == [0, 300_000_000])
    }
}
