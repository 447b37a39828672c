import Compensation
import Federation
import Testing
import TransparencyLog

/// Which acceptances bind.
@Suite struct AcceptanceTests {
    private func proposed() throws -> (World, hunan: EntryReference, chongqing: EntryReference, ContentDigest) {
        var world = try World.withReadings()
        let chongqing = try #require(try world.act(World.chongqing).first)
        let hunan = try #require(try world.act(World.hunan).first)
        return (world, hunan, chongqing, try world.settlement(World.hunan).own.get().digest)
    }

    private func accept(
        _ proposal: EntryReference, _ digest: ContentDigest, key: SettlementKey? = nil
    ) throws -> Entry {
        .acceptance(AcceptanceEntry(key: try key ?? World.key(), proposal: proposal, settlementDigest: digest))
    }

    private func agreed(_ world: World) throws -> Bool {
        let agreed = try world.settlement(World.centre).agreedDigest != nil
        #expect(try world.due(World.centre).isEmpty == !agreed)
        return agreed
    }

    @Test func bothPartiesOfEachOther() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        try world.say(World.hunan, try accept(chongqing, digest))
        #expect(try !agreed(world))
        try world.say(World.chongqing, try accept(hunan, digest))
        #expect(try agreed(world))
    }

    @Test func ofOnesOwnProposalDoesNotCount() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        try world.say(World.hunan, try accept(chongqing, digest))
        try world.say(World.chongqing, try accept(chongqing, digest))
        #expect(try !agreed(world))
        try world.say(World.chongqing, try accept(hunan, digest))
        #expect(try agreed(world))
    }

    @Test func underOtherTermsDoesNotCount() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        let key = try World.key()
        try world.say(World.hunan, try accept(chongqing, digest))
        for other in [
            SettlementKey(agreement: key.agreement, agreementDigest: ContentDigest(of: []), period: key.period),
            SettlementKey(
                agreement: try #require(AgreementID("other")), agreementDigest: key.agreementDigest, period: key.period),
            SettlementKey(
                agreement: key.agreement, agreementDigest: key.agreementDigest, period: try #require(Period("2021-05"))),
        ] {
            try world.say(World.chongqing, try accept(hunan, digest, key: other))
            #expect(world.logs.count == 4)
        }
        #expect(try !agreed(world))
    }

    @Test func ofAnotherDigestOrNoProposalDoesNotCount() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        try world.say(World.hunan, try accept(chongqing, digest))
        for entry in [
            try accept(hunan, ContentDigest(of: [])),
            try accept(EntryReference(log: hunan.log, index: 0), digest),
            try accept(EntryReference(log: hunan.log, index: 999), digest),
        ] {
            try world.say(World.chongqing, entry)
            #expect(try !agreed(world))
        }
    }

    /// A member that is not a party proposes nothing that could be accepted.
    @Test func ofAStrangersProposalDoesNotCount() throws {
        var (world, hunan, _, digest) = try proposed()
        let copy = try world.say(World.guizhou, try world.entry(hunan))
        try world.say(World.hunan, try accept(copy, digest))
        try world.say(World.chongqing, try accept(copy, digest))
        #expect(try !agreed(world))
        try world.say(World.guizhou, try accept(hunan, digest))
        #expect(try !agreed(world))
    }

    /// What a party says where the other cannot read it neither binds nor unbinds: all nodes see one case.
    @Test(arguments: ["common", "zz-elsewhere"])
    func wordsInAnotherChannelDoNotCount(_ channel: String) throws {
        var (world, hunan, chongqing, digest) = try proposed()
        try world.say(World.hunan, try accept(chongqing, digest))
        try world.say(World.chongqing, channel, try accept(hunan, digest))
        #expect(try !agreed(world))
        try world.say(World.chongqing, try accept(hunan, digest))
        #expect(try agreed(world))
        guard case .proposal(let mine) = try world.entry(chongqing) else { return }
        try world.say(
            World.chongqing, channel,
            .proposal(
                ProposalEntry(
                    key: mine.key, cut: [], correctionsNotApplied: [], schemeDigest: mine.schemeDigest,
                    settlementDigest: ContentDigest(of: []), transfers: [])))
        #expect(try agreed(world))
    }

    /// A new proposal of its own takes an acceptance back; a second acceptance of the same does not confuse.
    @Test func standsOnlyWhileThePartyStandsByIt() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        try world.say(World.hunan, try accept(chongqing, digest))
        try world.say(World.chongqing, try accept(hunan, digest))
        try world.say(World.chongqing, try accept(hunan, digest))
        #expect(try agreed(world))
        guard case .proposal(let mine) = try world.entry(hunan) else { return }
        try world.say(
            World.hunan,
            .proposal(
                ProposalEntry(
                    key: mine.key, cut: mine.cut, correctionsNotApplied: [], schemeDigest: mine.schemeDigest,
                    settlementDigest: ContentDigest(of: []), transfers: [])))
        #expect(try !agreed(world))
    }

    /// The tenth epoch comes after the second, although "10" is before "2" as text.
    @Test func laterEpochsAreLater() throws {
        var (world, hunan, chongqing, digest) = try proposed()
        let old = ContentDigest(of: [])
        try world.say(World.chongqing, "youshui", epoch: 10, try accept(hunan, digest))
        try world.say(World.chongqing, "youshui", epoch: 2, try accept(hunan, old))
        try world.say(World.hunan, try accept(chongqing, digest))
        #expect(try agreed(world))
        #expect(
            try World.origin(World.chongqing, "youshui", epoch: 2) < World.origin(World.chongqing, "youshui", epoch: 10)
        )
    }
}
