import Compensation
import Federation
import Testing
import TransparencyLog

/// Notices and rulings: what a ruling cancels is cancelled for every reader.
@Suite struct IncidentTests {
    private func notice() throws -> Entry {
        .incident(
            IncidentEntry(
                section: try #require(SectionID("430000-liye")),
                occurred: try #require(CivilTime(text: "2021-04-20T03:10+08:00")), description: "里耶镇上游油罐车侧翻",
                affected: [try World.party(World.hunan)]))
    }

    private func ruling(
        _ incident: EntryReference, _ code: String, cancels: [IncidentRulingEntry.Cancelled] = [], fen: Int64 = 0,
        basin: String = World.basin, year: String = "2021"
    ) throws -> Entry {
        .incidentRuling(
            IncidentRulingEntry(
                incident: incident, party: try World.party(code), basin: basin, year: try World.period(year),
                cancels: cancels, deduction: Fen(fen), reason: "未及时通报下游"))
    }

    @Test func anyMemberNotifiesInTheCommonLog() throws {
        var world = try World()
        let place = try world.say(World.guizhou, "common", try notice())
        try world.say(World.guizhou, "youshui", try notice())
        let incidents = try world.held().docket.incidents.incidents
        #expect(incidents.map(\.record.reference) == [place])
        #expect(incidents.map(\.party.text) == [World.guizhou])
    }

    /// 重庆 has earned 40 by the recorded settlement of April; a ruling on another party leaves it.
    @Test func cancelledRewardsAreCancelledForPayeeAndPayer() throws {
        var world = try World.fullStory()
        let place = try world.say(World.guizhou, "common", try notice())
        let before = try world.book("2021")
        #expect(before == ["deduction 430000 -40", "reward 500000 40"])
        try world.central(try ruling(place, World.hunan, cancels: [.rewards, .awards]))
        try world.central(try ruling(place, World.chongqing, cancels: [.awards]))
        try world.central(try ruling(place, World.guizhou, cancels: [.rewards]))
        #expect(try world.book("2021") == before)
        let standing = try world.central(try ruling(place, World.chongqing, cancels: [.rewards]))
        #expect(try world.book("2021") == [])
        let items = try world.held().book().items(World.basin, try World.period("2021"))
        #expect(items.map(\.standing) == [.cancelled(by: standing), .cancelled(by: standing)])
        // What was agreed and verified stays so: it is the money that a ruling takes away.
        #expect(try world.settlement(World.hunan).state == .recorded)
        #expect(try world.findings(World.hunan).isEmpty)
        // The centre takes it back.
        try world.central(try ruling(place, World.chongqing))
        #expect(try world.book("2021") == before)
    }

    /// Chongqing was to get 100 and by an adjustment gives 30 back, or 130, or gets 20 more. Without its reward it keeps
    /// what it owes by itself and no more.
    @Test(
        arguments: [
            ([("430000", 100), ("500000", 30)], []),
            ([("430000", 100), ("500000", 130)], ["deduction 500000 -30", "reward 430000 30"]),
            (
                [("430000", 100), ("500000", 30), ("500000", 50), ("500000", 40)],
                ["deduction 500000 -20", "reward 430000 20"]
            ),
            ([("430000", 100), ("500000", 30), ("430000", 20)], []),
            ([("500000", 100), ("430000", 30)], ["deduction 500000 -100", "reward 430000 100"]),
        ] as [([(String, Int64)], [String])])
    func whatWasGivenBackOfARewardIsCancelledWithIt(_ payers: [(String, Int64)], _ expected: [String]) throws {
        var world = try World()
        let agreement = try World.agreement()
        for (number, (payer, wan)) in payers.enumerated() {
            let key = SettlementKey(
                agreement: agreement.agreement, agreementDigest: agreement.digest,
                period: try World.period("2021-04"), adjustment: number == 0 ? nil : number)
            func line(_ code: String) throws -> LedgerLine {
                LedgerLine(
                    key: key, settlementDigest: ContentDigest(of: []), party: try World.party(code),
                    amount: Fen(wan * 1_000_000), basin: World.basin)
            }
            try world.central(.deduction(DeductionEntry(line: try line(payer))))
            try world.central(
                .reward(RewardEntry(line: try line(payer == World.hunan ? World.chongqing : World.hunan))))
        }
        let place = try world.say(World.guizhou, "common", try notice())
        try world.central(try ruling(place, World.chongqing, cancels: [.rewards]))
        #expect(try world.book("2021").sorted() == expected)
        let subjects = try world.held().book().items.map(\.subject)
        #expect(subjects.contains("youshui-2019 2021-04+1"))
    }

    @Test(arguments: [("黄河流域", "2021"), (World.basin, "2022")])
    func anotherBasinOrYearIsAnother(_ basin: String, _ year: String) throws {
        var world = try World.fullStory()
        let place = try world.say(World.guizhou, "common", try notice())
        let before = try world.book("2021")
        try world.central(try ruling(place, World.chongqing, cancels: [.rewards], basin: basin, year: year))
        #expect(try world.book("2021") == before)
    }

    @Test func aDeductionStandsInTheLedgerOnce() throws {
        var world = try World()
        let place = try world.say(World.guizhou, "common", try notice())
        try world.central(try ruling(place, World.chongqing, fen: 70_000_000))
        try world.central(try ruling(place, World.chongqing, fen: 50_000_000))
        #expect(try world.book("2021") == ["incident 500000 -50"])
        #expect(try world.findings(World.hunan).isEmpty)
    }

    /// A table that awards a party whose awards are cancelled is shown, and the award does not count.
    @Test func cancelledAwardsAreShownInTheTable() throws {
        var world = try World()
        let place = try world.say(World.guizhou, "common", try notice())
        func line(_ code: String, _ fen: Int64) throws -> AwardLine {
            AwardLine(party: try World.party(code), amount: Fen(fen), remark: "")
        }
        let table = AwardEntry(
            basin: World.basin, year: try World.period("2021"),
            lines: [try line(World.chongqing, 9_000_000), try line(World.hunan, -9_000_000)],
            outside: [try line(World.chongqing, 1_000_000)])
        try world.central(.award(table))
        #expect(try world.findings(World.hunan).isEmpty)
        try world.central(try ruling(place, World.chongqing, cancels: [.awards]))
        #expect(
            try world.findings(World.hunan) == ["award-cancelled 长江流域 2021", "award-cancelled 长江流域 2021"])
        #expect(try world.book("2021") == ["award 430000 -9"])
    }

    /// The centre rules on what nobody noticed; whether a notice is there can only be said of a log that is held.
    @Test func aRulingNeedsANotice() throws {
        var world = try World()
        let place = try world.say(World.guizhou, "common", .section(try section()))
        try world.central(try ruling(place, World.chongqing, fen: 1))
        #expect(try world.findings(World.hunan) == ["ruling-without-incident 100000.tongzhou.test/central/1#0"])
        let held = try world.held(short: [(World.guizhou, "common", 0)])
        #expect(try world.findings(World.hunan, held).isEmpty)
    }

    @Test func onlyTheCentreRules() throws {
        var world = try World()
        let place = try world.say(World.guizhou, "common", try notice())
        for channel in ["central", "common"] { try world.say(World.hunan, channel, try ruling(place, World.chongqing)) }
        try world.say(World.centre, "common", try ruling(place, World.chongqing))
        #expect(try world.held().docket.centre.rulings.isEmpty)
    }

    private func section() throws -> SectionEntry {
        SectionEntry(
            section: try #require(SectionID("430000-liye")), name: Bilingual(zh: "里耶镇", en: "Liye Town"),
            aliases: [], river: "酉水", basin: World.basin, bodyType: .river, controlLevel: .national,
            upstream: try World.party(World.chongqing), downstream: try World.party(World.hunan))
    }
}
