import Federation
import Testing
import TransparencyLog

/// A disk is lost, and of one log more comes back than of another: what the one says of the other is not forgotten.
@Suite("What a node's own entries say of its logs")
struct OwnWordTests {
    @Test func whatAProposalRestsOnIsMissedUntilTheOperatorLetsItGo() throws {
        var world = try MoneyWorld(Linjiang.scheme, at: "2023-01-05T09:00:00+08:00")
        try world.register(Linjiang.section, river: "临江河")
        try world.read(Linjiang.section, Linjiang.day(1), codmn: "3")
        world.world.now = try #require(Timestamp("2023-02-10T09:00:00+08:00"))
        for party in world.parties { try world.world.act(party) }
        // Whose log of readings it is.
        let owner = world.parties[0]
        let common = try World.origin(owner, "common")
        let size = try world.world.size(owner, "common")

        let word = try world.world.held(short: [(owner, "common", size - 1)]).docket.ownWord(of: common.node)
        #expect(word.map(\.log) == word.map(\.log).sorted() && word.filter { $0.log == common }.map(\.size) == [size])
        #expect(word.allSatisfy { $0.log.node == common.node })
        var clearance = SigningClearance(memory: .nothing)
        clearance.asked(answers: [try World.origin(world.parties[1], "common").node])
        #expect(clearance.verdict == .cleared)
        clearance.reaches(common, size, by: nil)
        #expect(clearance.verdict == .recovering([SigningClearance.Missing(log: common, size: size, peer: nil)]))
        clearance.exempt()
        #expect(clearance.verdict == .cleared)

        // The neighbour's proposal names the same log, and holds nobody up.
        let others = try world.world.held(short: [(owner, "money", 0)]).docket
        #expect(!others.settlements.proposals.isEmpty && others.ownWord(of: common.node).isEmpty)
    }
}
