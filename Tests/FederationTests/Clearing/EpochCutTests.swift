import Testing
import TransparencyLog

@testable import Federation

/// A party's log goes on in a new epoch: which logs a cut has to have is said by the logs in it, not by what somebody
/// happens to hold.
@Suite("Cuts over several epochs")
struct EpochCutTests {
    /// A node that lists only the new log of a neighbour, and one that lists both.
    @Test func twoNodesJudgeOneCutAlike() throws {
        var world = try Linjiang.settled()
        let old = try World.origin(Linjiang.upstream, "money")
        let head = try #require(world.world.logs.first { $0.origin == old }.map { $0.head($0.entries.count) })
        try world.world.say(
            Linjiang.upstream, "money", epoch: 2, .epochOpened(EpochOpenedEntry(previous: head)))
        let terms = try world.money().terms
        let full = try world.world.held().docket
        let partial = try world.world.held(short: [(Linjiang.upstream, "money", 0)]).docket
        try #require(partial.head(of: old) == nil && partial.epochs.opened.count == 1)

        let lines = AgreementCut.held(terms, full)
        #expect(lines.map(\.log.epoch).sorted() == [1, 1, 2])
        #expect(AgreementCut(lines, of: terms, full).isWhole(over: []))
        let short = lines.filter { $0.log != old }
        for docket in [full, partial] { #expect(!AgreementCut(short, of: terms, docket).isWhole(over: [])) }
        // Who does not hold the earlier log does not offer the later one.
        #expect(AgreementCut.held(terms, partial).map(\.log.node.text) == ["\(Linjiang.downstream).tongzhou.test"])
        #expect(try world.clearing("2023").next?.cut == lines)
        try world.clear("2023")
        #expect(try world.clearing("2023").records.map(\.standing) == [.stands])
    }

    /// A party says that its new log continues one that nobody has, and accepts there: nothing of it is verified, for
    /// no clearing could rest on it, until that log is held.
    @Test func whatIsAcceptedInALogWithoutItsBeginningIsNotVerified() throws {
        var world = try MoneyWorld(Linjiang.scheme, at: "2023-01-05T09:00:00+08:00")
        try world.register(Linjiang.section, river: "临江河")
        for (index, value) in Linjiang.codmn.enumerated() {
            try world.read(Linjiang.section, Linjiang.day(index + 1), codmn: value)
        }
        world.world.now = try #require(Timestamp("2024-01-10T09:00:00+08:00"))
        for party in world.parties { try world.world.act(party) }
        try world.world.act(Linjiang.downstream, accepting: true)
        let acceptances = try world.world.due(Linjiang.upstream, accepting: true)
        #expect(acceptances.count == 12)

        let root = try #require(try world.cut().first).root
        let second = try World.origin(Linjiang.upstream, "money", epoch: 2)
        try world.world.say(
            Linjiang.upstream, "money", epoch: 3,
            .epochOpened(EpochOpenedEntry(previous: CutLog(log: second, size: 5, root: root))))
        for acceptance in acceptances {
            try world.world.say(Linjiang.upstream, "money", epoch: 3, acceptance.entry)
        }
        #expect(try world.world.due(World.centre).isEmpty)

        let first = try #require(try world.cut().first { $0.log.node.text.hasPrefix(Linjiang.upstream) })
        try world.world.say(
            Linjiang.upstream, "money", epoch: 2, .epochOpened(EpochOpenedEntry(previous: first)))
        #expect(try world.world.saying(World.centre).filter { $0 == "verdict" }.count == 12)
        #expect(try world.clearing("2023").obstacle == nil)
        try world.clear("2023")
        #expect(try world.clearing("2023").records.map(\.standing) == [.stands])

        // Who does not hold it says so, and not that nothing was verified.
        let partial = Held(
            world.world.logs.map { ($0, $0.origin == second ? 0 : $0.entries.count) }, roster: world.world.roster)
        let desk = ClearingDesk(partial.docket, history: partial, now: world.world.now)
        let year = desk.clearing(of: try EntryVectors.period("2023"), try #require(try desk.agreements().first))
        let third = try World.origin(Linjiang.upstream, "money", epoch: 3)
        #expect(year.next == nil && year.obstacle == .notHeld(third.text))
    }

    /// A party says that its new log continues one that there never was.
    @Test func aLogThatNobodyHasKeepsNobodyFromClearing() throws {
        var world = try Linjiang.settled()
        let before = try #require(try world.clearing("2023").next).cut
        let root = try #require(before.first).root
        let never = CutLog(log: try World.origin(Linjiang.downstream, "money", epoch: 2), size: 5, root: root)
        try world.world.say(
            Linjiang.downstream, "money", epoch: 3, .epochOpened(EpochOpenedEntry(previous: never)))
        #expect(try world.clearing("2023").next?.cut == before)
        try world.clear("2023")
        #expect(try world.clearing("2023").records.map(\.standing) == [.stands])
        #expect(try world.money().claims.count == 1)
    }
}
