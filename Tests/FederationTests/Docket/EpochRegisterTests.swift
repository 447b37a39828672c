import Federation
import Testing
import TransparencyLog

/// One channel that goes on in another log.
@Suite struct EpochRegisterTests {
    private func opened(after previous: LogOrigin, _ world: World, size: Int? = nil) throws -> Entry {
        let log = try #require(world.logs.first { $0.origin == previous })
        return .epochOpened(EpochOpenedEntry(previous: log.head(size ?? log.entries.count)))
    }

    @Test func bothEpochsAreFoldedAlike() throws {
        var world = try World.fullStory()
        let before = try world.settlement(World.hunan)
        let old = try World.origin(World.chongqing, "youshui")
        let next = try World.origin(World.chongqing, "youshui", epoch: 2)
        try world.say(World.chongqing, .epochClosed(EpochClosedEntry(next: next)))
        let opening = try world.say(World.chongqing, "youshui", epoch: 2, try opened(after: old, world))
        let epochs = try world.held().docket.epochs
        #expect(epochs.opened.map(\.reference) == [opening] && epochs.closed.map(\.body.next) == [next])
        #expect(try epochs.overrun(world.held().docket.heads).isEmpty)
        let after = try world.settlement(World.hunan)
        #expect(after.state == before.state && after.agreedDigest == before.agreedDigest)
    }

    /// Not the first entry, another channel, another node, or a later epoch than its own: nothing is opened by it.
    @Test func onlyTheFirstEntryOpensAndOnlyItsOwnChannel() throws {
        var world = try World.fullStory()
        let old = try World.origin(World.chongqing, "youshui")
        try world.say(World.chongqing, try opened(after: old, world))
        try world.say(World.chongqing, "other", epoch: 2, try opened(after: old, world))
        try world.say(World.guizhou, "youshui", epoch: 2, try opened(after: old, world))
        #expect(try world.held().docket.epochs.opened.isEmpty)
        try world.say(World.hunan, .epochClosed(EpochClosedEntry(next: try World.origin(World.hunan, "youshui"))))
        #expect(try world.held().docket.epochs.closed.isEmpty)
    }

    @Test func whatIsSignedBeyondTheEndIsTold() throws {
        var world = try World.fullStory()
        let old = try World.origin(World.chongqing, "youshui")
        let opening = try world.say(World.chongqing, "youshui", epoch: 2, try opened(after: old, world))
        try world.say(World.chongqing, .epochClosed(EpochClosedEntry(next: opening.log)))
        let docket = try world.held().docket
        #expect(docket.epochs.overrun(docket.heads).map(\.reference) == [opening])
        // A log of the promised length with another content.
        let size = try world.size(World.chongqing, "youshui") - 1
        let forged = docket.heads.map { head in
            head.log == old ? CutLog(log: old, size: size, root: .emptyTree) : head
        }
        #expect(docket.epochs.overrun(forged).map(\.reference) == [opening])
    }
}
