import Compensation
import Federation
import TestSupport
import Testing
import TransparencyLog

/// Supplied values count once every party has said the same or endorsed it.
@Suite struct FactTests {
    /// Words in their order: `h1` 湖南 says 1, `c2` 重庆 says 2, `ch` 重庆 endorses the last of 湖南. With `?` the last
    /// entry of the other party has not arrived yet.
    private static let cases: [(words: [String], agreed: String?, waits: String)] = [
        (["h1"], nil, "c"), (["h1", "c1"], "1", ""), (["h1", "c2"], nil, "hc"), (["h1", "ch"], "1", ""),
        (["h1", "c1", "h2"], "1", "c"), (["h1", "c1", "h2", "c2"], "2", ""), (["h1", "c1", "h2", "ch"], "2", ""),
        // Going back needs both again: one alone cannot return to what was agreed on before.
        (["h1", "c1", "h2", "c2", "h1"], "2", "c"), (["h1", "c1", "h2", "c2", "h1", "ch"], "1", ""),
        (["h1", "c2", "h2"], "2", ""), (["h1", "h1", "ch"], "1", ""), (["g1", "h1"], nil, "c"),
        // 湖南 has come over to 2; afterwards 重庆 alone says what 湖南 has left. Each log says the same in the story
        // below it, where 重庆 has come over to 1.
        (["h1", "c2", "h2", "c1"], "2", "h"), (["c2", "h1", "c1", "h2"], "1", "c"),
        (["h1", "c2", "h2", "c1", "h1"], "1", ""),
        // Each comes over to the other before it hears of it: nothing is agreed, or what was before.
        (["h1", "c2?", "h2", "c1?"], nil, "hc"), (["h3", "c3", "h1", "c2?", "h2", "c1?"], "3", "hc"),
        (["h1", "c2?", "h2", "c1?", "h1"], "1", ""),
        // Both say the same at once; neither knows when one of them moves on.
        (["h1", "c1?", "h2?"], "1", "c"),
        // An offer is withdrawn before the answer to it has arrived.
        (["h1", "c1", "h2", "c2", "h1?"], "1", "h"),
    ]

    private static let classes = ["1": "Ⅱ", "2": "Ⅴ", "3": "Ⅲ"]

    private func world(_ words: [String]) throws -> World {
        var world = try World.withBishui()
        var last: EntryReference?
        for word in words {
            let code = word.hasPrefix("h") ? World.hunan : word.hasPrefix("c") ? World.chongqing : World.guizhou
            let seen = try Self.seen(by: code, world, missing: word.hasSuffix("?") ? 1 : 0)
            let what = String(word.dropFirst().prefix(1))
            if what == "h", let last {
                try world.say(code, .factsEndorsement(FactsEndorsementEntry(facts: last, seen: seen)))
            } else {
                let value = try #require(Self.classes[what])
                let place = try world.say(code, try World.facts([("月类别", ["东河"], value)], seen: seen))
                if code == World.hunan { last = place }
            }
        }
        return world
    }

    /// The last entry of the other party, or one that many before it.
    private static func seen(by code: String, _ world: World, missing: Int) throws -> [EntryReference] {
        let other = code == World.hunan ? World.chongqing : World.hunan
        let last = try world.size(other, "youshui") - 1 - missing
        return [EntryReference(log: try World.origin(other, "youshui"), index: last)]
    }

    private func fact(_ docket: Docket) throws -> Fact {
        let terms = try #require(docket.agreements.terms.first)
        let period = try #require(Period("2021-04"))
        return try #require(SettlementComputer(docket).facts(for: terms, period).first)
    }

    @Test(arguments: cases.indices)
    func aValueIsAgreedOnByAll(_ index: Int) throws {
        let (words, expected, waits) = Self.cases[index]
        let fact = try fact(try world(words).held().docket)
        #expect(fact.agreed == expected.flatMap { Self.classes[$0] }, "\(words)")
        let parties = try [("h", World.hunan), ("c", World.chongqing)].map { ($0, try #require(PartyCode($1))) }
        #expect(parties.filter { fact.waits(for: $0.1) }.map(\.0).joined() == waits, "\(words)")
    }

    @Test func theyCountInsideTheCutOnly() throws {
        let world = try world(["h1", "c1"])
        let docket = try world.held().docket
        let terms = try #require(docket.agreements.terms.first)
        let period = try #require(Period("2021-04"))
        let whole = SettlementComputer(docket).cut(for: terms)
        let without = whole.filter { !$0.log.node.text.hasPrefix(World.hunan) }
        let paid = try [whole, without].map { cut in
            try SettlementComputer(docket)
                .compute(terms, period, asSeenBy: try #require(PartyCode(World.chongqing)), cut: cut).get().transfers
        }
        #expect(paid.map(\.count) == [1, 0])
    }

    /// 重庆 has accepted what rests on 2; whatever its next word claims to have seen, alone it opens no adjustment.
    @Test(arguments: [false, true])
    func whatIsRecordedIsNotUndoneByOne(_ isHiding: Bool) throws {
        var world = try world(["h1", "c2", "h2"])
        for code in [World.hunan, World.chongqing] { try world.say(code, try World.facts([("月类别", ["西河"], "Ⅱ")])) }
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        try world.act(World.centre)
        #expect(try world.cases(World.hunan).map(\.state) == [.recorded])
        let last = try Self.seen(by: World.chongqing, world, missing: 0)
        let hidden = [EntryReference(log: last[0].log, index: 0)]
        try world.say(
            World.chongqing, try World.facts([("月类别", ["东河"], "Ⅱ")], seen: isHiding ? hidden : last))
        #expect(try world.cases(World.hunan).map(\.state) == [.recorded])
        #expect(try fact(world.held().docket).agreed == "Ⅴ")
        // With the word of the other it is agreed on, and the adjustment opens.
        try world.say(
            World.hunan,
            try World.facts([("月类别", ["东河"], "Ⅱ")], seen: try Self.seen(by: World.hunan, world, missing: 0)))
        #expect(try world.cases(World.hunan).count == 2)
    }

    /// What the scheme does not ask for, and a value in another form, stands in nobody's way.
    @Test func whatTheSchemeDoesNotAskForDoesNotCount() throws {
        var world = try World.withBishui()
        let stated = try world.say(
            World.hunan,
            try World.facts([("月类别", ["东河"], "Ⅱ"), ("月类别", ["西河"], "3 万元"), ("水量", [], "3 万m³")]))
        try world.say(World.chongqing, .factsEndorsement(FactsEndorsementEntry(facts: stated)))
        let own = try world.settlement(World.hunan).own.get()
        #expect(own.transfers.map(\.amount.count) == [300_000_000])
        #expect(own.missingFacts == ["月类别(西河)"])
    }

    /// C7: +300 on one river and −200 on the other are two records, not one of +100; the same when adjusted.
    @Test func riversAreNeverSetOffAgainstEachOther() throws {
        var world = try World.withBishui()
        try world.agreeOnClasses("Ⅱ", "Ⅴ")
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        try world.act(World.centre)
        func lines() throws -> [String] {
            let ledger = try world.held().docket.ledger
            return ledger.deductions.map { "\($0.body.key.periodText) \($0.body.party.text) \($0.body.amount.count)" }
        }
        let first = ["2021-04 430000 300000000", "2021-04 500000 200000000"]
        #expect(try lines() == first)
        // The bulletin is revised, both agree: the east was class Ⅴ, the west class Ⅱ.
        try world.agreeOnClasses("Ⅴ", "Ⅱ")
        for code in [World.chongqing, World.hunan] { try world.act(code) }
        for code in [World.chongqing, World.hunan] { try world.act(code, accepting: true) }
        try world.act(World.centre)
        #expect(try lines() == first + ["2021-04+1 500000 500000000", "2021-04+1 430000 500000000"])
        #expect(try world.cases(World.hunan).map(\.state) == [.recorded, .recorded])
    }

    /// Without the classes that the scheme asks for nothing is proposed unasked, and it is said who has to state them.
    @Test func missingFactsAreWaitedFor() throws {
        var world = try World.withBishui()
        let place = try world.say(World.hunan, try World.facts([("月类别", ["东河"], "Ⅱ")]))
        for code in [World.chongqing, World.hunan] { #expect(try world.due(code).isEmpty) }
        func duties() throws -> [String] {
            SettlementDuties(try world.held().docket, calendar: .weekends, standardWindow: nil)
                .duties(of: try world.settlement(World.hunan)).filter { $0.act == .stateFacts }
                .map { "\($0.party.text) \($0.subject)" }
        }
        #expect(try duties() == ["430000 月类别(西河)", "500000 月类别(东河)"])
        try world.say(World.chongqing, .factsEndorsement(FactsEndorsementEntry(facts: place)))
        #expect(try duties() == ["430000 月类别(西河)", "500000 月类别(西河)"])
        try world.agreeOnClasses("Ⅱ", "Ⅳ")
        #expect(try duties().isEmpty)
        #expect(try world.saying(World.hunan) == ["proposal"])
    }

    /// A fact that only one side has is the first difference, by its name.
    @Test func theFirstDifferenceCanBeAFact() throws {
        let docket = try world(["h1", "c1"]).held().docket
        let terms = try #require(docket.agreements.terms.first)
        let computer = SettlementComputer(docket)
        let whole = computer.cut(for: terms)
        let chongqing = try #require(PartyCode(World.chongqing))
        func computed(_ cut: [CutLog]) throws -> Computation {
            try computer.compute(terms, try #require(Period("2021-04")), asSeenBy: chongqing, cut: cut).get()
        }
        let difference = Comparison.firstDifference(
            own: try computed(whole),
            other: try computed(whole.filter { !$0.log.node.text.hasPrefix(World.hunan) }))
        #expect(difference?.subject == .step)
        #expect(difference?.place == "月类别(东河)")
        #expect(difference?.own == "Ⅱ")
        #expect(difference?.other == "missing")
    }
}
