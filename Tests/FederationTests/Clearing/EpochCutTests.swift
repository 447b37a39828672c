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
