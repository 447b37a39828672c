import Compensation
import Federation
import Testing
import TransparencyLog

/// What a unified accounting draws on and what it may be reproached with: whose readings count, which logs are in its
/// cut, and what the centre had seen.
@Suite struct BasinAccountRecordTests {
    private static let basin = BasinAccountTests.basins[1]
    /// Recorded by 湖南, which is upstream; 重庆 is downstream.
    private static let liuzhuang = "410000-liuzhuang"
    private static let stranger = "530000"
    private static let other = "540000"
    private let mainstem = BasinAccountTests()

    private func begin(_ more: [String] = []) throws -> (World, SchemeEntry) {
        let codes = [World.chongqing, World.hunan, World.guizhou, World.centre] + more
        let (world, schemes) = try mainstem.world([Self.basin], after: World(codes))
        return (world, try #require(schemes[Self.basin]))
    }

    private func account(_ world: World, _ scheme: SchemeEntry, _ held: Held? = nil) throws -> BasinAccount {
        let held = try held ?? world.held()
        return try BasinAccountComputer(held.docket, history: held).compute(
            Self.basin.name, try World.period("2025"), scheme: scheme.digest,
            values: BasinAccountTests.supplied(Self.basin)
        ).get()
    }

    /// What is not used when the latest accounting of the centre is computed again.
    private func leftOut(_ world: World) throws -> [String] {
        let held = try world.held()
        let record = try #require(held.docket.centre.accounts.last)
        let own = try BasinAccountComputer(held.docket, history: held).replay(record).get()
        return Self.words(own.leftOut)
    }

    private static func words(_ leftOut: [LeftOutReadings]) -> [String] {
        leftOut.map { "\($0.section.text) \($0.log.text) \($0.reason.rawValue) \($0.entries)" }
    }

    private func section() throws -> SectionID { try #require(SectionID(Self.liuzhuang)) }

    /// The section's readings in which nothing got better, from some source.
    private func unchanged(_ source: String, _ years: [Int] = [2024, 2025]) throws -> Entry {
        .readings(try mainstem.readings(try section(), better: "", source: source, years: years))
    }

    @Test func twoHundredMembersDoNotLengthenTheCut() throws {
        let counties = (0..<197).map { String(510_101 + $0) }
        var (world, scheme) = try begin(counties)
        for county in counties {
            let own = try #require(SectionID("\(county)-bridge"))
            try world.say(county, "common", .readings(try mainstem.readings(own, better: "")))
        }
        #expect(world.roster.members.count == 201)
        let honest = try account(world, scheme).entry
        let few = [World.hunan, World.chongqing, World.guizhou]
        #expect(honest.cut.map(\.log) == (try few.map { try World.origin($0, "common") }).sorted())
        try world.central(.basinAccount(honest))
        // Nobody who lacks the logs of the counties is kept from checking, not even where the cut names one of them.
        let short = try world.held(short: counties.map { ($0, "common", 0) })
        #expect(try world.findings(World.hunan, short).isEmpty)
        let county = try #require(world.held().docket.head(of: try World.origin(counties[0], "common")))
        try world.central(.basinAccount(mainstem.altered(honest, cut: honest.cut + [county])))
        let lacking = try world.held(short: counties.map { ($0, "common", 0) })
        #expect(try world.findings(World.hunan, lacking).isEmpty)
        // A log that matters is missed, and one that is cut short.
        let guizhou = try World.origin(World.guizhou, "common")
        try world.central(.basinAccount(mainstem.altered(honest, cut: honest.cut.filter { $0.log != guizhou })))
        #expect(try world.findings(World.hunan).first == "account-cut 黄河流域 2025")
        let shortened = CutLog(log: guizhou, size: 0, root: .emptyTree)
        try world.central(
            .basinAccount(mainstem.altered(honest, cut: honest.cut.filter { $0.log != guizhou } + [shortened])))
        #expect(try world.findings(World.hunan).first == "account-cut 黄河流域 2025")
    }

    /// An entry dated back behind the accounting accuses nobody until the centre has pointed beyond it.
    @Test func whatTheCentreHadSeenIsToldByPlaces() throws {
        var (world, scheme) = try begin()
        let honest = try account(world, scheme).entry
        try world.central(.basinAccount(honest))
        try world.move(to: "2020-01-01T00:00:00+08:00")
        let back = try world.say(World.hunan, "common", try unchanged("cnemc-bulletin"))
        try world.move(to: "2026-03-01T09:00:00+08:00")
        let late = ["\(Self.liuzhuang) 430000.tongzhou.test/common/1 outside-cut 1"]
        #expect(try world.findings(World.chongqing).isEmpty)
        #expect(try leftOut(world) == late)
        // Said again with the old cut, nothing shows that the centre has read on.
        try world.central(.basinAccount(honest))
        #expect(try world.findings(World.chongqing).isEmpty)
        let notice = try world.say(
            World.hunan, "common",
            .incident(
                IncidentEntry(
                    section: try section(), occurred: try #require(CivilTime(text: "2025-07-01T08:00+08:00")),
                    description: "泄漏", affected: [])))
        #expect(back.index < notice.index)
        try world.central(
            .incidentRuling(
                IncidentRulingEntry(
                    incident: notice, party: try World.party(World.hunan), basin: Self.basin.name,
                    year: try World.period("2025"), cancels: [], deduction: .zero, reason: "已处置")))
        // The accounting before the ruling stays blameless, one after it is not.
        #expect(try world.findings(World.chongqing).isEmpty)
        try world.central(.basinAccount(honest))
        #expect(try world.findings(World.chongqing) == ["account-cut 黄河流域 2025"])
        let held = try world.held()
        let finding = try LedgerCheck(held.docket, history: held, now: world.now).findings([])
        #expect(finding.map(\.detail) == [back.text])
        try world.central(.basinAccount(try account(world, scheme).entry))
        #expect(try world.findings(World.chongqing).isEmpty)
    }

    /// A settlement that the centre has verified rests on a cut of the parties' `common` logs.
    @Test func aVerdictShowsHowFarTheCentreHadRead() throws {
        var (world, schemes) = try mainstem.world([Self.basin], after: World.signed())
        let scheme = try #require(schemes[Self.basin])
        let old = try account(world, scheme).entry
        try world.say(World.hunan, "common", try unchanged("cnemc-bulletin"))
        try world.central(.basinAccount(old))
        #expect(try world.findings(World.chongqing).isEmpty)
        try world.settleApril()
        #expect(try world.settlement(World.chongqing).verdict?.body.conclusion == .verified)
        #expect(try world.findings(World.chongqing).isEmpty)
        try world.central(.basinAccount(old))
        #expect(try world.findings(World.chongqing) == ["account-cut 黄河流域 2025"])
    }

    @Test func aStrangersWordsMoveNothingAndStopNothing() throws {
        var (world, scheme) = try begin([Self.stranger, Self.other])
        let before = try account(world, scheme)
        #expect(before.leftOut.isEmpty)
        // Another source, the same source with other values, a registration, and a correction with a friend's word.
        try world.say(
            Self.stranger, "common",
            .section(
                try BasinAccountTests.registration(
                    try section(), Self.basin.name, of: Self.stranger, and: Self.other)))
        try world.say(Self.stranger, "common", try unchanged("aaa"))
        try world.say(Self.stranger, "common", try unchanged("cnemc-auto"))
        let old = try EntryVectors.content(
            "2025-06-15T00:00+08:00", .normal,
            [(.permanganateIndex, "1"), (.ammoniaNitrogen, "0.1"), (.totalPhosphorus, "0.05")])
        let new = try EntryVectors.content(
            "2025-06-15T00:00+08:00", .normal,
            [(.permanganateIndex, "9"), (.ammoniaNitrogen, "0.1"), (.totalPhosphorus, "0.05")])
        let correction = try world.say(
            Self.stranger, "common",
            .readingsCorrection(
                ReadingsCorrectionEntry(
                    section: try section(), source: "cnemc-auto", reason: "无",
                    rows: [try #require(ReadingChange(old: old, new: new))])))
        try world.say(Self.other, "common", .readingsEndorsement(ReadingsEndorsementEntry(correction: correction)))
        let after = try account(world, scheme)
        #expect(Entry.basinAccount(after.entry).saysTheSame(as: .basinAccount(before.entry)))
        #expect(Self.words(after.leftOut) == ["\(Self.liuzhuang) 530000.tongzhou.test/common/1 not-entitled 2"])
        // Registered by the centre as a side, it has a say, and what it says comes after what is there.
        try world.central(
            .section(
                try BasinAccountTests.registration(
                    try section(), Self.basin.name, of: World.hunan, and: Self.stranger)))
        let said = try account(world, scheme)
        #expect(said.entry.lines == before.entry.lines)
        #expect(said.entry.correctionsNotApplied == [correction])
        #expect(Self.words(said.leftOut) == ["\(Self.liuzhuang) 530000.tongzhou.test/common/1 not-binding 2"])
    }

    @Test func theSourceThatBindsCounts() throws {
        var (world, scheme) = try begin()
        let before = try account(world, scheme).entry
        #expect(before.lines.contains { $0.amount != .zero })
        // 重庆, downstream: other values under the same name, and under one that comes before it in the alphabet.
        try world.say(World.chongqing, "common", try unchanged("cnemc-auto"))
        try world.say(World.chongqing, "common", try unchanged("a-station"))
        let second = try account(world, scheme)
        #expect(second.entry.accountDigest == before.accountDigest)
        #expect(Self.words(second.leftOut) == ["\(Self.liuzhuang) 500000.tongzhou.test/common/1 not-binding 2"])
        // The centre publishes the year under any name: that year is the centre's, the year before stays.
        try world.say(World.centre, "common", try unchanged("z-published", [2025]))
        let third = try account(world, scheme)
        #expect(third.entry.lines.allSatisfy { $0.amount == .zero })
        #expect(third.entry.cut.contains { $0.log.node.text == "100000.tongzhou.test" })
        #expect(Self.words(third.leftOut) == ["\(Self.liuzhuang) 500000.tongzhou.test/common/1 not-binding 2"])
        // So for every node.
        try world.central(.basinAccount(third.entry))
        for code in [World.hunan, World.guizhou, World.centre] { #expect(try world.findings(code).isEmpty, "\(code)") }
    }

    @Test func theNationalNetworkGoesBeforeAStationOfOnesOwn() throws {
        var (world, schemes) = try mainstem.world([Self.basin], from: "station")
        let scheme = try #require(schemes[Self.basin])
        #expect(try account(world, scheme).entry.lines.contains { $0.amount != .zero })
        // 重庆, downstream, from a station of its own, which comes after 湖南's; then from the national network.
        try world.say(World.chongqing, "common", try unchanged("a-station"))
        #expect(try account(world, scheme).entry.lines.contains { $0.amount != .zero })
        try world.say(World.chongqing, "common", try unchanged("cnemc-auto"))
        let after = try account(world, scheme)
        #expect(after.entry.lines.allSatisfy { $0.amount == .zero })
        #expect(
            Self.words(after.leftOut) == [
                "\(Self.liuzhuang) 430000.tongzhou.test/common/1 not-binding 1",
                "\(Self.liuzhuang) 500000.tongzhou.test/common/1 not-binding 1",
            ])
    }
}
