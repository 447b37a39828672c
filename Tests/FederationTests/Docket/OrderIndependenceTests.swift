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
        try tellOfTheCentre(&world)
        try tellOfAgreements(&world)
        return world
    }

    /// Three further versions, one below the minimum and one that replaces the first, a filing and two ends.
    private func tellOfAgreements(_ world: inout World) throws {
        try world.say(World.hunan, .scheme(SchemeEntry(text: try World.openScheme())))
        try world.say(World.chongqing, .scheme(SchemeEntry(text: try World.framework())))
        let first = try World.agreement()
        let below = try World.version("30 万元")
        let other = try World.version("45 万元", replaces: [below.digest])
        let next = try World.version("50 万元", from: "2021-06", to: "2024-06", replaces: [first.digest])
        for version in [below, other, next] {
            try world.draft(version, by: World.chongqing)
            try world.draft(version)
            try world.sign(version, [World.chongqing, World.hunan])
        }
        let filing = try world.say(
            World.hunan,
            .agreementFiling(AgreementFilingEntry(agreement: next.agreement, agreementDigest: next.digest)))
        try world.say(
            World.centre, "central",
            .agreementFiled(
                AgreementFiledEntry(agreement: next.agreement, agreementDigest: next.digest, filing: filing)))
        for last in ["2023-03", "2022-12"] {
            try world.end(next, last, "断面撤销", by: [World.chongqing, World.hunan])
        }
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

    /// A levy, notices, rulings of which one replaces another, and two tables, in two epochs of the centre's log.
    private func tellOfTheCentre(_ world: inout World) throws {
        let section = try #require(SectionID("430000-liye"))
        let pair = LevyPair(
            section: section, upstream: try World.party(World.chongqing), downstream: try World.party(World.guizhou))
        let levy = try world.central(
            .levy(
                LevyEntry(
                    basin: World.basin, pairs: [pair], monthly: Fen(100), from: try World.period("2021-03"),
                    bearer: .each)))
        try world.central(
            .levyCharge(
                LevyChargeEntry(
                    levy: levy, pair: pair, month: try World.period("2021-03"),
                    shares: [PartyAmount(party: try World.party(World.guizhou), amount: Fen(100))])))
        let notices = try [World.hunan, World.guizhou].map { code in
            try world.say(
                code, "common",
                .incident(
                    IncidentEntry(
                        section: section, occurred: try #require(CivilTime(text: "2021-04-20T03:10+08:00")),
                        description: "漏油", affected: [])))
        }
        for (epoch, notice, fen) in [(1, notices[0], Int64(5)), (2, notices[0], 7), (1, notices[1], 9)] {
            try world.say(
                World.centre, "central", epoch: epoch,
                .incidentRuling(
                    IncidentRulingEntry(
                        incident: notice, party: try World.party(World.chongqing), basin: World.basin,
                        year: try World.period("2021"), cancels: [.awards, .rewards], deduction: Fen(fen), reason: "漏油")
                ))
        }
        for (epoch, amount) in [(2, Int64(3)), (1, 4)] {
            let lines = try [(World.chongqing, amount), (World.hunan, -amount)].map {
                AwardLine(party: try World.party($0.0), amount: Fen($0.1), remark: "")
            }
            try world.say(
                World.centre, "central", epoch: epoch,
                .award(AwardEntry(basin: World.basin, year: try World.period("2021"), lines: lines, outside: [])))
        }
    }

    @Test(arguments: [World.chongqing, World.hunan, World.centre])
    func everyInterleavingOfTheFullStoryIsOneState(_ code: String) throws {
        let world = try story()
        let viewer = try #require(PartyCode(code))
        let whole = world.logs.map { ($0, $0.entries.count) }
        let expected = try Snapshot.lines(try world.held().docket, viewer: viewer, now: world.now)
        #expect(expected.contains { $0.hasPrefix("case youshui-2019 2021-04 recorded") })
        #expect(expected.filter { $0.hasPrefix("not understood") }.count == 3)
        #expect(expected.filter { $0.hasPrefix("key 500000") }.count == 3)
        #expect(expected.contains { $0.hasSuffix("end 2022-12") && $0.contains("replaced -") })
        #expect(expected.contains { $0.contains("below-minimum") })
        #expect(expected.contains { $0.contains("other-version-in-force") })
        for line in [
            "retired", "refused", "opened", "closed", "overrun", "owed", "charge", "incident", "ruling",
            "ledger 长江流域 2021 award 500000 3", "ledger 长江流域 2021 incident 500000 -7",
        ] {
            #expect(expected.contains { $0.hasPrefix(line) }, "\(line)")
        }
        for seed in 0..<25 {
            let docket = folded(whole, world.roster, seed: UInt64(seed))
            #expect(try Snapshot.lines(docket, viewer: viewer, now: world.now) == expected, "seed \(seed)")
        }
    }

    /// In the midst of the story: any prefix of each log, in two interleavings.
    @Test func everyMomentIsOneState() throws {
        let world = try story()
        var generator = SeededGenerator(seed: 11)
        var seen: [String] = []
        var earlier = EarlierComputations()
        for seed in 0..<30 {
            let cut = world.logs.map { log in
                let all = log.entries.count
                // Without the centre's word for the most part: with its verdict every moment is the last.
                let least = log.origin.node.text.hasPrefix(World.centre) ? 0 : all / 4
                let some = least == 0 ? 0 : Int.random(in: least...all, using: &generator)
                return (log, Int.random(in: 0..<4, using: &generator) == 0 ? all : some)
            }
            let one = folded(cut, world.roster, seed: UInt64(seed))
            let other = folded(cut.reversed(), world.roster, seed: UInt64(1000 + seed))
            for code in [World.chongqing, World.hunan, World.centre] {
                let viewer = try #require(PartyCode(code))
                let lines = try Snapshot.lines(one, viewer: viewer, now: world.now)
                // What another moment or another viewer has computed changes nothing, nor what this one has.
                #expect(try lines == Snapshot.lines(other, viewer: viewer, now: world.now, earlier: earlier))
                let desk = SettlementDesk(one, viewer: viewer, now: world.now, earlier: earlier)
                earlier = EarlierComputations(of: desk.cases)
                #expect(try lines == Snapshot.lines(one, viewer: viewer, now: world.now, earlier: earlier))
                #expect(try nextSteps(world, one, code) == (try nextSteps(world, other, code)))
                seen += lines.filter { $0.hasPrefix("case") }
            }
        }
        #expect(Set(seen).count >= 3, "the moments have to differ: \(Set(seen))")
    }

    /// Facts stated, revised and endorsed on all sides, an exemption, a recorded settlement and two adjustments.
    private func adjustedStory() throws -> World {
        var world = try World.withBishui()
        try world.agreeOnClasses("Ⅱ", "Ⅴ")
        let request = try world.requestExemption()
        func settle() throws {
            for code in [World.chongqing, World.hunan] { try world.act(code) }
            for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
            try world.act(World.centre)
        }
        try settle()
        for office in ExemptionApprovalEntry.Office.allCases {
            try world.say(World.centre, "central", World.approval(request, office))
        }
        try settle()
        try world.agreeOnClasses("Ⅴ", "Ⅱ")
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        try world.say(World.hunan, try World.facts([("月类别", ["东河"], "Ⅰ")]))
        return world
    }

    @Test(arguments: [World.chongqing, World.hunan, World.centre])
    func everyInterleavingOfTheAdjustedStoryIsOneState(_ code: String) throws {
        let world = try adjustedStory()
        let viewer = try #require(PartyCode(code))
        let whole = world.logs.map { ($0, $0.entries.count) }
        let expected = try Snapshot.lines(try world.held().docket, viewer: viewer, now: world.now)
        for line in [
            "case bishui-2021 2021-04 recorded", "case bishui-2021 2021-04+1 recorded",
            "case bishui-2021 2021-04+2 proposed", "duty 430000 answer 2021-05-27 ", "duty 500000 state-facts",
        ] {
            #expect(expected.contains { $0.hasPrefix(line) }, "\(line)")
        }
        for seed in 0..<25 {
            let docket = folded(whole, world.roster, seed: UInt64(seed))
            #expect(try Snapshot.lines(docket, viewer: viewer, now: world.now) == expected, "seed \(seed)")
        }
    }

    /// In the midst of it: any beginning of each log.
    @Test func everyMomentOfTheAdjustedStoryIsOneState() throws {
        let world = try adjustedStory()
        var generator = SeededGenerator(seed: 12)
        var seen: [String] = []
        var earlier = EarlierComputations()
        for seed in 0..<30 {
            let cut = world.logs.map { log in
                (log, Int.random(in: 0...log.entries.count, using: &generator))
            }
            let one = folded(cut, world.roster, seed: UInt64(seed))
            let other = folded(cut.reversed(), world.roster, seed: UInt64(1000 + seed))
            for code in [World.chongqing, World.hunan, World.centre] {
                let viewer = try #require(PartyCode(code))
                let lines = try Snapshot.lines(one, viewer: viewer, now: world.now)
                // What another moment or another viewer has computed changes nothing, nor what this one has.
                #expect(try lines == Snapshot.lines(other, viewer: viewer, now: world.now, earlier: earlier))
                let desk = SettlementDesk(one, viewer: viewer, now: world.now, earlier: earlier)
                earlier = EarlierComputations(of: desk.cases)
                #expect(try lines == Snapshot.lines(one, viewer: viewer, now: world.now, earlier: earlier))
                #expect(try nextSteps(world, one, code) == (try nextSteps(world, other, code)))
                seen += lines.filter { $0.hasPrefix("case") }
            }
        }
        #expect(Set(seen).count >= 3, "the moments have to differ: \(Set(seen))")
    }
}
