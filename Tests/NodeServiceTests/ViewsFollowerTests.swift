import Federation
import Foundation
import NodeStore
import Testing
import TransparencyLog

@testable import NodeService

/// Views are brought level beside the node, by whoever asks and by the rest that nobody waits for.
@Suite("Following the views")
struct ViewsFollowerTests {
    private let folder: Folder
    private let home: URL
    private let stores: NodeStores
    private let clock = HeldClock()
    private let told = ToldEvents()
    private let views: ViewsFollower

    init() throws {
        folder = try Folder()
        home = folder.url.appending(path: "node")
        stores = try NodeStores(home, creating: true)
        views = ViewsFollower(stores, clock, told.logger())
    }

    /// Appends entries that nobody understands.
    @discardableResult
    private func grow(_ name: String, own: Bool = false, by count: Int) throws -> LogOrigin {
        let log = try #require(LogOrigin(name))
        let signer = try #require(NoteSigner(name: name, privateKey: Array(repeating: 7, count: 32)))
        try stores.log.register(log, own: own)
        let frontier = try stores.log.read(log) { try Frontier(size: $0.size, reader: $0) } ?? Frontier()
        let entries = (0..<count).map { Array("{\"n\":\($0)}".utf8) }
        try stores.log.append(LogBatch(origin: log, onto: frontier, entries: entries)) { checkpoint in
            try #require(SignedNote(text: checkpoint.body, signatures: [try signer.sign(checkpoint.body)])).bytes
        }
        return log
    }

    /// Turns a bit of the log's first entry; turned twice it is what it was.
    private func turn(_ log: LogOrigin) throws {
        try Sqlite.execute(
            """
            UPDATE entry SET bytes = flip(bytes, 2) WHERE place = (SELECT id << 40 FROM log WHERE origin = '\(log.text)')
            """, in: home)
    }

    /// A settlement in the views that nobody has.
    private func writeSettlement() throws {
        try Sqlite.execute(
            "INSERT INTO settlement VALUES ('a', 'd', '2021-04', 'open', NULL)", in: home, file: "views.sqlite")
    }

    private func showsSettlement() throws -> Bool {
        try stores.views.dump().contains { $0.hasPrefix("settlement ") }
    }

    private func positions(_ logs: LogOrigin...) throws -> [Int] { try logs.map { try stores.views.position(of: $0) } }

    /// What is begun is done until it comes to this.
    private func untilWorked(
        sourceLocation: SourceLocation = #_sourceLocation, _ isSo: () throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while try !isSo(), ContinuousClock.now < deadline {
            await clock.work()
            try await Task.sleep(for: .milliseconds(2))
        }
        let isWorked = try isSo()
        #expect(isWorked, sourceLocation: sourceLocation)
    }

    /// Asks as somebody who has been cancelled; whether the views are level.
    private func followCancelled(look: Int) async -> Bool {
        let asking = Task { [views] in
            while !Task.isCancelled { await Task.yield() }
            return await views.follow([], look: look)
        }
        asking.cancel()
        return await asking.value
    }

    @Test("What somebody who is cancelled leaves is followed by the rest")
    func cancelled() async throws {
        let log = try grow("500000.tongzhou.test/common/1", own: true, by: 5)
        await views.waitOnly(forEntries: 100)
        #expect(await !followCancelled(look: 1))
        #expect(try positions(log) == [0])
        try await untilWorked { try positions(log) == [5] }
        #expect(await views.follow([], look: 2))
        #expect(told.all.isEmpty)
    }

    @Test("A node that does not serve begins nothing that nobody waits for")
    func notServing() async throws {
        let log = try grow("500000.tongzhou.test/common/1", own: true, by: 5)
        #expect(await !followCancelled(look: 1))
        #expect(!clock.hasWork)
        #expect(try positions(log) == [0])
        try turn(log)
        #expect(await !views.follow([], look: 2))
        #expect(!clock.hasWork)
        try turn(log)
        // Not taken for followed: whoever asks next brings it level.
        #expect(await views.follow([], look: 3))
        #expect(try positions(log) == [5])
    }

    @Test("A damaged log keeps neither another nor the settlements from being followed, and is told once")
    func damaged() async throws {
        let rotten = try grow("100000.tongzhou.test/common/1", by: 3)
        let sound = try grow("430000.tongzhou.test/common/1", by: 4)
        try turn(rotten)
        try writeSettlement()
        await views.waitOnly(forEntries: 100)
        #expect(await !views.follow([], look: 1))
        #expect(try positions(rotten, sound) == [0, 4])
        #expect(try !showsSettlement())
        // Tried again after a minute, and by everybody who asks.
        try await untilWorked { clock.sleeps == [.seconds(60)] }
        clock.wake()
        try await untilWorked { clock.sleeps == [.seconds(60)] }
        #expect(await !views.follow([], look: 2))
        #expect(told.all == ["views-behind \(rotten.text)"])
        try turn(rotten)
        clock.wake()
        try await untilWorked { try positions(rotten, sound) == [3, 4] }
        #expect(clock.sleeps.isEmpty)
        // Followed again, it is told of again.
        try grow(rotten.text, by: 4)
        try Sqlite.execute("UPDATE entry SET bytes = flip(bytes, 2) WHERE place & 1099511627775 = 5", in: home)
        #expect(await !views.follow([], look: 3))
        #expect(told.all == Array(repeating: "views-behind \(rotten.text)", count: 2))
    }

    @Test("Settlements that could not be written are written by whoever asks next, though he has seen nothing new")
    func unwritten() async throws {
        try writeSettlement()
        try Sqlite.execute(
            "CREATE TRIGGER no_room BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'no room'); END", in: home,
            file: "views.sqlite")
        for _ in 0..<2 { #expect(await !views.follow([], look: 1)) }
        #expect(told.all == ["views-behind"])
        #expect(try showsSettlement())
        // Takes the trigger away.
        try Sqlite.execute("UPDATE settlement SET state = state", in: home, file: "views.sqlite")
        #expect(await views.follow([], look: 1))
        #expect(try !showsSettlement())
    }

    @Test("Views that cannot be written are told and waited for once, however many logs have grown")
    func unusable() async throws {
        let logs = try ["100000", "430000"].map { try grow("\($0).tongzhou.test/common/1", by: 2) }
        try writeSettlement()
        try Sqlite.execute(
            "CREATE TRIGGER no_room BEFORE INSERT ON follower BEGIN SELECT RAISE(ABORT, 'no room'); END", in: home,
            file: "views.sqlite")
        for look in 1...2 { #expect(await !views.follow([], look: look)) }
        #expect(told.all == ["views-behind"])
        #expect(try positions(logs[0], logs[1]) == [0, 0])
        #expect(try showsSettlement())
        // Takes the trigger away.
        try Sqlite.execute("UPDATE settlement SET state = state", in: home, file: "views.sqlite")
        #expect(await views.follow([], look: 2))
        #expect(try positions(logs[0], logs[1]) == [2, 2])
        #expect(try !showsSettlement())
    }

    @Test("A rest that waits for a damaged log keeps no other waiting")
    func damagedBeside() async throws {
        let rotten = try grow("500000.tongzhou.test/common/1", own: true, by: 3)
        try turn(rotten)
        await views.waitOnly(forEntries: 4)
        #expect(await !views.follow([], look: 1))
        try await untilWorked { clock.sleeps == [.seconds(60)] }
        let long = try grow("430000.tongzhou.test/common/1", by: 9)
        #expect(await !views.follow([], look: 2))
        #expect(try positions(rotten, long) == [0, 4])
        try await untilWorked { try positions(rotten, long) == [0, 9] }
        try await untilWorked { clock.sleeps == [.seconds(60)] }
        try turn(rotten)
        clock.wake()
        try await untilWorked { try positions(rotten, long) == [3, 9] }
    }

    @Test("Whoever asks waits for so many entries in however many logs, those of own logs first")
    func entries() async throws {
        let first = try grow("100000.tongzhou.test/common/1", by: 2)
        let long = try grow("430000.tongzhou.test/common/1", by: 9)
        let own = try grow("500000.tongzhou.test/common/1", own: true, by: 4)
        let second = try grow("500000.tongzhou.test/youshui/1", own: true, by: 3)
        await views.waitOnly(forEntries: 12)
        #expect(await !views.follow([], look: 1))
        #expect(try positions(first, long, own, second) == [2, 3, 4, 3])
        // What has just been said comes before what is left.
        try grow(own.text, own: true, by: 10)
        #expect(await !views.follow([], look: 2))
        #expect(try positions(first, long, own, second) == [2, 5, 14, 3])
        try await untilWorked { try positions(first, long, own, second) == [2, 9, 14, 3] }
        #expect(await views.follow([], look: 3))
    }
}
