import Compensation
import Federation
import Testing
import TransparencyLog

/// 渝财环〔2023〕33号: no agreement signed, 100 a month until it is.
@Suite struct LevyTests {
    private static func pair() throws -> LevyPair {
        LevyPair(
            section: try #require(SectionID("430000-liye")), upstream: try World.party(World.chongqing),
            downstream: try World.party(World.hunan))
    }

    private static func rule(
        _ bearer: LevyEntry.Bearer = .upstream, from: String = "2023-01", to: String? = nil, fen: Int64 = 100_000_000
    ) throws -> Entry {
        .levy(
            LevyEntry(
                basin: World.basin, pairs: [try pair()], monthly: Fen(fen), from: try World.period(from),
                to: try to.map(World.period), bearer: bearer))
    }

    /// Scheme and agreement are drafted; nobody has signed.
    private func drafted(_ rules: [Entry]) throws -> World {
        var world = try World()
        try world.move(to: "2023-01-01T00:00:00+08:00")
        for rule in rules { try world.central(rule) }
        try world.say(World.hunan, .scheme(SchemeEntry(text: try Repository.youshui())))
        try world.say(World.hunan, .agreement(try agreement()))
        return world
    }

    /// Reaches back over the months without a signature.
    private func agreement() throws -> AgreementEntry {
        let base = try World.agreement()
        return AgreementEntry(
            agreement: base.agreement, channel: base.channel, parties: base.parties, schemeDigest: base.schemeDigest,
            validFrom: try World.period("2023-01"), validTo: try World.period("2024-12"))
    }

    private func sign(_ world: inout World, _ code: String, at time: String) throws {
        try world.move(to: time)
        let agreement = try agreement()
        try world.say(
            code,
            .agreementSignature(
                AgreementSignatureEntry(agreement: agreement.agreement, agreementDigest: agreement.digest)))
    }

    private func owed(_ world: World) throws -> [String] {
        LevyDesk(try world.held().docket, now: world.now).owed.map(\.month.text)
    }

    /// Charges what is owed and sums what each bears, in 万元.
    private func charged(_ world: inout World) throws -> [String] {
        for month in LevyDesk(try world.held().docket, now: world.now).uncharged {
            try world.central(.levyCharge(month.charge))
        }
        #expect(LevyDesk(try world.held().docket, now: world.now).uncharged.isEmpty)
        let items = try world.held().book().items(World.basin, try World.period("2023"))
        return try [World.hunan, World.chongqing].map { code in
            let sum = Fen.sum(items.filter { $0.party.text == code }.map(\.amount))
            return "\(code) \(try #require(sum).formattedWanYuan)"
        }
    }

    /// Golden C5: unsigned from 2023-01 to the end of 2023-07 → 700; which side, the text does not say.
    @Test(
        arguments: [
            (.upstream, ["430000 0", "500000 -700"]), (.downstream, ["430000 -700", "500000 0"]),
            (.each, ["430000 -700", "500000 -700"]), (.halves, ["430000 -350", "500000 -350"]),
        ] as [(LevyEntry.Bearer, [String])])
    func sevenMonths(_ bearer: LevyEntry.Bearer, _ expected: [String]) throws {
        var world = try drafted([try Self.rule(bearer)])
        try sign(&world, World.hunan, at: "2023-03-15T09:00:00+08:00")
        try sign(&world, World.chongqing, at: "2023-08-10T09:00:00+08:00")
        try world.move(to: "2023-12-31T09:00:00+08:00")
        #expect(try owed(world) == (1...7).map { "2023-0\($0)" })
        #expect(try charged(&world) == expected)
        for code in [World.hunan, World.chongqing, World.guizhou, World.centre] {
            #expect(try world.findings(code).isEmpty, "\(code)")
        }
    }

    /// Half a fen is nobody's: together they pay the whole.
    @Test func anOddFenIsNotLost() throws {
        var world = try drafted([try Self.rule(.halves, fen: 100_000_001)])
        try world.move(to: "2023-02-01T00:00:00+08:00")
        _ = try charged(&world)
        let items = try world.held().book().items
        #expect(items.map(\.amount.count).sorted() == [-50_000_001, -50_000_000])
        #expect(items.first { $0.amount.count == -50_000_001 }?.party.text == World.chongqing)
    }

    @Test(
        arguments: [
            // A month is owed when it is over.
            ("2023-01-31T23:59:59+08:00", []), ("2023-02-01T00:00:00+08:00", ["2023-01"]),
            ("2023-03-01T00:00:00+08:00", ["2023-01", "2023-02"]),
        ] as [(String, [String])])
    func monthsEnd(_ time: String, _ months: [String]) throws {
        var world = try drafted([try Self.rule()])
        try world.move(to: time)
        #expect(try owed(world) == months)
    }

    /// Signed in the last second of a month: that month is free. One second later it is not.
    @Test(arguments: [
        ("2023-02-28T23:59:59+08:00", ["2023-01"]), ("2023-03-01T00:00:00+08:00", ["2023-01", "2023-02"]),
    ])
    func theMonthOfSigningIsFree(_ time: String, _ months: [String]) throws {
        var world = try drafted([try Self.rule()])
        try sign(&world, World.hunan, at: "2023-01-15T09:00:00+08:00")
        try sign(&world, World.chongqing, at: time)
        try world.move(to: "2023-06-01T09:00:00+08:00")
        #expect(try owed(world) == months)
    }

    /// The agreement runs out at the end of 2024 and nobody renews it.
    @Test func anAgreementThatRanOutIsNone() throws {
        var world = try drafted([try Self.rule()])
        for code in [World.hunan, World.chongqing] { try sign(&world, code, at: "2023-01-10T09:00:00+08:00") }
        try world.move(to: "2025-03-05T09:00:00+08:00")
        #expect(try owed(world) == ["2025-01", "2025-02"])
        #expect(LevyDesk(try world.held().docket, now: world.now).running == [try Self.pair()])
    }

    /// A later rule decides from its first month on; after its last month nothing is owed by an older one.
    @Test func theLatestRuleForTheMonthCounts() throws {
        var world = try drafted([try Self.rule(), try Self.rule(.downstream, from: "2023-03", to: "2023-04")])
        try world.move(to: "2023-06-01T09:00:00+08:00")
        #expect(try charged(&world) == ["430000 -200", "500000 -200"])
        #expect(LevyDesk(try world.held().docket, now: world.now).running.isEmpty)
        #expect(try world.findings(World.hunan).isEmpty)
    }

    /// The section is registered anew with its sides changed: still one pair, and the later rule says who pays.
    @Test func sidesChangedMakeNoSecondPair() throws {
        var world = try drafted([try Self.rule()])
        try world.move(to: "2023-03-05T09:00:00+08:00")
        #expect(try charged(&world) == ["430000 0", "500000 -200"])
        let pair = try Self.pair()
        let changed = LevyPair(section: pair.section, upstream: pair.downstream, downstream: pair.upstream)
        try world.central(
            .levy(
                LevyEntry(
                    basin: World.basin, pairs: [changed], monthly: Fen(100_000_000),
                    from: try World.period("2023-01"), bearer: .upstream)))
        try world.move(to: "2023-04-05T09:00:00+08:00")
        #expect(try charged(&world) == ["430000 -100", "500000 -200"])
        #expect(LevyDesk(try world.held().docket, now: world.now).running == [changed])
        #expect(try world.findings(World.hunan).isEmpty)
    }

    /// The centre charges what is not owed, another amount, or twice; everybody who holds the agreement sees it.
    @Test func falseChargesAreSeen() throws {
        var world = try drafted([try Self.rule()])
        for code in [World.hunan, World.chongqing] { try sign(&world, code, at: "2023-02-10T09:00:00+08:00") }
        try world.move(to: "2023-06-01T09:00:00+08:00")
        let month = try #require(LevyDesk(try world.held().docket, now: world.now).uncharged.first)
        let rule = month.rule.reference
        func charge(_ month: String, _ levy: EntryReference, _ fen: Int64 = 100_000_000) throws -> Entry {
            .levyCharge(
                LevyChargeEntry(
                    levy: levy, pair: try Self.pair(), month: try World.period(month),
                    shares: [PartyAmount(party: try World.party(World.chongqing), amount: Fen(fen))]))
        }
        try world.central(charge("2023-01", rule))
        #expect(try world.findings(World.hunan).isEmpty)
        try world.central(charge("2023-01", rule))
        try world.central(charge("2023-02", rule))
        try world.central(charge("2022-12", rule, 1))
        try world.central(charge("2023-07", EntryReference(log: rule.log, index: 900)))
        #expect(
            try world.findings(World.hunan) == [
                "levy-twice 430000-liye 2023-01", "levy-not-owed 430000-liye 2023-02",
                "levy-differs 430000-liye 2022-12", "levy-differs 430000-liye 2023-07",
                "levy-not-owed 430000-liye 2023-07",
            ])
    }

    /// Only the centre levies, and only where every member reads it.
    @Test func nobodyElseLevies() throws {
        var world = try World()
        try world.move(to: "2023-06-01T09:00:00+08:00")
        for channel in ["central", "common", "youshui"] { try world.say(World.hunan, channel, Self.rule()) }
        for channel in ["common", "youshui"] { try world.say(World.centre, channel, Self.rule()) }
        #expect(try world.held().docket.centre.levies.isEmpty)
    }
}
