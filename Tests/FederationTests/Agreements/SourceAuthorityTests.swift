import Compensation
import Federation
import Testing
import TransparencyLog

/// Which source binds, and whose word makes jointly monitored data count.
@Suite struct SourceAuthorityTests {
    private func readings(_ source: String, _ codmn: String, _ hours: [Int] = [8]) throws -> Entry {
        .readings(
            ReadingsEntry(
                section: try #require(SectionID("430000-liye")), source: source, file: "f",
                fileDigest: ContentDigest(of: []),
                rows: try hours.map { hour in
                    ReadingContent(
                        time: try #require(CivilTime(year: 2021, month: 4, day: 1, hour: hour, minute: 0)),
                        status: .normal,
                        values: [IndicatorValue(.permanganateIndex, try #require(MeasuredValue(codmn)))])
                }))
    }

    private func world(_ sources: [(String, Bool)]) throws -> World {
        let liye = try #require(SectionID("430000-liye"))
        var world = try World.withSchemes()
        let version = try World.version(
            "40 万元",
            authority: sources.map { SourceAuthority(section: liye, source: $0.0, needsEndorsement: $0.1) })
        try world.draft(version)
        try world.sign(version)
        return world
    }

    private func values(_ world: World, _ code: String) throws -> [String] {
        try world.settlement(code).own.get().settlement.inputs.flatMap { $0.reading.values.map(\.value.text) }
    }

    @Test func withoutAWordAboutSourcesAllCount() throws {
        var world = try world([])
        try world.say(World.hunan, "common", try readings("a", "2"))
        try world.say(World.hunan, "common", try readings("b", "3"))
        guard case .failure(.scheme(let obstacle)) = try world.settlement(World.hunan).own else {
            Issue.record("two sources of one time have to be refused")
            return
        }
        #expect(obstacle.code == "duplicate-reading")
    }

    @Test func othersAreKeptAndDoNotCount() throws {
        var world = try world([("bulletin", false)])
        try world.say(World.hunan, "common", try readings("bulletin", "2"))
        try world.say(World.hunan, "common", try readings("station", "30"))
        // Even contradictions among what does not count are nobody's concern.
        try world.say(World.chongqing, "common", try readings("station", "31"))
        #expect(try values(world, World.hunan) == ["2"])
        #expect(try values(world, World.centre) == ["2"])
        let liye = try #require(SectionID("430000-liye"))
        #expect(try world.held().docket.readings.sources(of: liye) == ["bulletin", "station"])
    }

    @Test func theEarlierLineGoesFirstTimeByTime() throws {
        var world = try world([("bulletin", false), ("station", false)])
        try world.say(World.hunan, "common", try readings("station", "30", [8, 12]))
        try world.say(World.hunan, "common", try readings("bulletin", "2"))
        #expect(try values(world, World.hunan) == ["2", "30"])
    }

    @Test func jointDataCountWhenTheOtherSideHasEndorsed() throws {
        var world = try world([("joint", true)])
        let place = try world.say(World.hunan, "common", try readings("joint", "2"))
        #expect(try values(world, World.hunan) == ["2"])
        #expect(try values(world, World.chongqing).isEmpty)
        #expect(try values(world, World.centre).isEmpty)
        // A stranger's word, and an endorsement of something else, change nothing.
        try world.say(World.guizhou, "common", .readingsEndorsement(ReadingsEndorsementEntry(readings: place)))
        let other = EntryReference(log: place.log, index: place.index + 1)
        try world.say(World.chongqing, "common", .readingsEndorsement(ReadingsEndorsementEntry(readings: other)))
        #expect(try values(world, World.chongqing).isEmpty)
        try world.act(World.hunan)
        try world.say(World.chongqing, "common", .readingsEndorsement(ReadingsEndorsementEntry(readings: place)))
        #expect(try values(world, World.chongqing) == ["2"])
        #expect(try values(world, World.centre) == ["2"])
        try world.act(World.hunan)
        try world.act(World.chongqing, accepting: true)
        try world.act(World.hunan, accepting: true)
        #expect(try world.saying(World.centre).contains("verdict"))
        #expect(try world.settlement(World.hunan).state == .recorded)
    }

    /// All agree on a proposal whose data only one side stands by: the centre says so.
    @Test func theCentreRefusesJointDataThatOneSideHasNotEndorsed() throws {
        var world = try world([("joint", true)])
        try world.say(World.hunan, "common", try readings("joint", "2"))
        try world.act(World.hunan)
        let key = try world.settlement(World.hunan).key
        let proposal = try #require(try world.settlement(World.hunan).positions.first { $0.proposal != nil }?.proposal)
        let again = try world.say(World.chongqing, .proposal(proposal.body))
        for (code, place) in [(World.chongqing, proposal.reference), (World.hunan, again)] {
            try world.say(
                code,
                .acceptance(
                    AcceptanceEntry(key: key, proposal: place, settlementDigest: proposal.body.settlementDigest)))
        }
        try world.act(World.centre)
        #expect(try world.settlement(World.centre).verdict?.body.conclusion == .correctionNotEndorsed)
    }
}
