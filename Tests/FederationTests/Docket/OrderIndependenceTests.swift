import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Logs arrive in any interleaving and in pieces of any length; what follows from them is the same.
@Suite struct OrderIndependenceTests {
    /// Folds prefixes of the logs in a seeded interleaving, in seeded pieces.
    private func folded(_ logs: [(log: MemoryLog, size: Int)], _ roster: Roster, seed: UInt64) -> Docket {
        var generator = SeededGenerator(seed: seed)
        let longest = Int.random(in: 1...6, using: &generator)
        var docket = Docket(roster: roster)
        var done = logs.map { _ in 0 }
        while let position = logs.indices.filter({ done[$0] < logs[$0].size }).randomElement(using: &generator) {
            let (log, size) = logs[position]
            let start = done[position]
            let end = min(size, start + Int.random(in: 1...longest, using: &generator))
            docket.fold(Array(log.entries[start..<end]), from: start, head: log.head(end))
            done[position] = end
        }
        return docket
    }

    private func nextSteps(_ world: World, _ docket: Docket, _ code: String) throws -> [String] {
        let held = try world.held()
        let desk = SettlementDesk(docket, viewer: try #require(PartyCode(code)), now: world.now)
        let drafts =
            code == World.centre
            ? try CentreNextSteps(desk, channel: try #require(ChannelName("central")), history: held).due()
            : try PartyNextSteps(
                desk, me: desk.viewer, policy: SettlementPolicy(proposing: .automatic, accepting: .automatic),
                history: held
            ).due()
        return try drafts.map { draft in
            let origin = try World.origin(code, draft.channel.text)
            let bytes = try SignedEntry(log: origin, at: world.now, entry: draft.entry).encoded()
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The full story, with what makes order tempting: the same readings, scheme and section said twice, words in
    /// two epochs, and entries that nobody understands.
    private func story() throws -> World {
        var world = try World.fullStory()
        try world.say(World.chongqing, .scheme(SchemeEntry(text: try Repository.youshui())))
        try world.say(World.chongqing, .agreement(try World.agreement()))
        try world.say(World.chongqing, "common", try LiyeReadings.entry(Array(try LiyeReadings.contents().prefix(9))))
        for code in [World.hunan, World.chongqing, World.centre] {
            world.append(Array("{}".utf8), to: try World.origin(code, "common"))
        }
        let name = Bilingual(zh: "里耶", en: "Liye")
        for code in [World.hunan, World.chongqing] {
            try world.say(
                code, "common",
                .section(
                    SectionEntry(
                        section: try #require(SectionID("430000-liye")), name: name, aliases: [code], river: "酉水",
                        basin: "长江流域", bodyType: .river, controlLevel: .national,
                        upstream: try #require(PartyCode(World.chongqing)),
                        downstream: try #require(PartyCode(World.hunan)))))
        }
        try tellOfKeysAndEpochs(&world)
        return world
    }

    /// Two rotations, one of them undone by no proof, words about them on all sides, and a second epoch.
    private func tellOfKeysAndEpochs(_ world: inout World) throws {
        let (second, third) = (TestKey(21), TestKey(22))
        let first = try second.rotation(World.chongqing, from: .chongqing)
        let place = try world.say(World.chongqing, "common", .keyRotation(first))
        for code in [World.centre, World.guizhou, World.hunan] {
            try world.say(
                code, "common",
                .keyCountersignature(
                    KeyCountersignatureEntry(
                        node: place.log.node, rotation: place, oldKey: first.oldKey, newKey: first.newKey)))
        }
        try world.say(
            World.chongqing, "common", .keyRetirement(KeyRetirementEntry(node: place.log.node, key: first.oldKey)))
        try world.say(
            World.chongqing, "common", .keyRotation(try third.rotation(World.chongqing, from: second, statement: "x\n"))
        )
        try world.say(
            World.chongqing, "common", epoch: 2, .keyRotation(try third.rotation(World.chongqing, from: second)))
        let old = try World.origin(World.guizhou, "common")
        let next = try World.origin(World.guizhou, "common", epoch: 2)
        try world.say(World.guizhou, "common", .epochClosed(EpochClosedEntry(next: next)))
        let head = try #require(world.logs.first { $0.origin == old }.map { $0.head($0.entries.count) })
        try world.say(World.guizhou, "common", epoch: 2, .epochOpened(EpochOpenedEntry(previous: head)))
        try world.say(World.guizhou, "common", .epochClosed(EpochClosedEntry(next: next)))
    }

    @Test(arguments: [World.chongqing, World.hunan, World.centre])
    func everyInterleavingOfTheFullStoryIsOneState(_ code: String) throws {
        let world = try story()
        let viewer = try #require(PartyCode(code))
        let whole = world.logs.map { ($0, $0.entries.count) }
        let expected = Snapshot.lines(try world.held().docket, viewer: viewer, now: world.now)
        #expect(expected.contains { $0.hasPrefix("case youshui-2019 2021-04 recorded") })
        #expect(expected.filter { $0.hasPrefix("not understood") }.count == 3)
        #expect(expected.filter { $0.hasPrefix("key 500000") }.count == 3)
        for line in ["retired", "refused", "opened", "closed", "overrun"] {
            #expect(expected.contains { $0.hasPrefix(line) }, "\(line)")
        }
        for seed in 0..<25 {
            let docket = folded(whole, world.roster, seed: UInt64(seed))
            #expect(Snapshot.lines(docket, viewer: viewer, now: world.now) == expected, "seed \(seed)")
        }
    }

    /// In the midst of the story: any prefix of each log, in two interleavings.
    @Test func everyMomentIsOneState() throws {
        let world = try story()
        var generator = SeededGenerator(seed: 11)
        var seen: [String] = []
        for seed in 0..<30 {
            let cut = world.logs.map { log in
                let all = log.entries.count
                // Without the centre's word for the most part: with its verdict every moment is the last.
                let least = log.origin.node.text.hasPrefix(World.centre) ? 0 : all / 2
                let some = least == 0 ? 0 : Int.random(in: least...all, using: &generator)
                return (log, Int.random(in: 0..<4, using: &generator) == 0 ? all : some)
            }
            let one = folded(cut, world.roster, seed: UInt64(seed))
            let other = folded(cut.reversed(), world.roster, seed: UInt64(1000 + seed))
            for code in [World.chongqing, World.hunan, World.centre] {
                let viewer = try #require(PartyCode(code))
                let lines = Snapshot.lines(one, viewer: viewer, now: world.now)
                #expect(lines == Snapshot.lines(other, viewer: viewer, now: world.now))
                #expect(try nextSteps(world, one, code) == (try nextSteps(world, other, code)))
                seen += lines.filter { $0.hasPrefix("case") }
            }
        }
        #expect(Set(seen).count >= 3, "the moments have to differ: \(Set(seen))")
    }
}
