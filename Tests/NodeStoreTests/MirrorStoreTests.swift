import Federation
import GRDB
import Testing
import TransparencyLog

@testable import NodeStore

/// Mirrored logs and findings in the store.
@Suite struct MirrorStoreTests {
    private let at = Timestamp("2021-05-06T09:00:00+08:00")
    private let later = Timestamp("2021-05-06T10:00:00+08:00")

    /// Takes one poll of `log` at `size` from `source` into `mirrors`.
    private func poll(
        _ mirrors: LogDatabase, _ source: LogDatabase, _ log: OwnLog, at size: Int
    ) throws -> Mirror {
        let stored = try #require(
            try mirrors.read(log.origin) {
                (try Frontier(size: $0.size, reader: $0), try $0.checkpoint())
            })
        let checkpoint = try stored.1.map { note in
            try VerifiedCheckpoint.open(note: note, origin: log.origin.text, keys: [log.verifier]).get()
        }
        var mirror = Mirror(
            origin: log.origin, verifier: log.verifier, frontier: stored.0, checkpoint: checkpoint, finding: nil)
        let note = try log.note(Checkpoint(origin: log.origin.text, size: size, root: log.frontier(size).root))
        var effects = mirror.handle(.checkpoint(note))
        while !effects.isEmpty {
            switch effects.removeFirst() {
            case .fetch(let resources):
                let bodies = try resources.map { resource in
                    try source.read(log.origin) { try $0.resource(resource) } ?? nil
                }
                effects += mirror.handle(.fetched(bodies))
            case .commit(let batch):
                try mirrors.commit(batch)
                effects += mirror.handle(.committed)
            case .level: break
            case .halt(let finding, _): Issue.record("\(finding)")
            }
        }
        return mirror
    }

    /// What a mirror holds is what the origin holds, byte for byte, and can be served on.
    @Test func mirrorsServeWhatTheOriginServes() throws {
        let here = try TemporaryFolder()
        let there = try TemporaryFolder()
        let source = try LogDatabase(there.folder, creating: true)
        let mirrors = try LogDatabase(here.folder, creating: true)
        let log = try OwnLog()
        try log.grow(source, by: 5000)
        try mirrors.register(log.origin, own: false)
        for size in [1, 300, 5000] {
            let mirror = try poll(mirrors, source, log, at: size)
            #expect(mirror.size == size)
            #expect(try mirrors.read(log.origin) { $0.size } == size)
        }
        for resource in LogResource.resources(forSize: 5000) {
            let mine = try mirrors.read(log.origin) { try $0.resource(resource) } ?? nil
            let theirs = try source.read(log.origin) { try $0.resource(resource) } ?? nil
            #expect(mine != nil && mine == theirs, "\(resource.path)")
        }
        let note = try #require(try mirrors.read(log.origin) { try $0.checkpoint() } ?? nil)
        #expect(String(decoding: note, as: UTF8.self).hasPrefix("\(log.origin.text)\n5000\n"))
    }

    @Test func commitInTheMidstFailingLeavesNothing() throws {
        let here = try TemporaryFolder()
        let there = try TemporaryFolder()
        let source = try LogDatabase(there.folder, creating: true)
        let mirrors = try LogDatabase(here.folder, creating: true)
        let log = try OwnLog()
        try log.grow(source, by: 400)
        try mirrors.register(log.origin, own: false)
        _ = try poll(mirrors, source, log, at: 100)
        try mirrors.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER full BEFORE INSERT ON checkpoint BEGIN SELECT RAISE (ABORT, 'full'); END
                    """)
        }
        #expect(throws: DatabaseError.self) { try poll(mirrors, source, log, at: 400) }
        let kept = try mirrors.pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") }
        #expect(kept == 100)
        #expect(try mirrors.read(log.origin) { $0.size } == 100)
        try mirrors.pool.write { try $0.execute(sql: "DROP TRIGGER full") }
        #expect(try poll(mirrors, source, log, at: 400).size == 400)
    }

    @Test func registeringAgainChangesNothing() throws {
        let here = try TemporaryFolder()
        let database = try LogDatabase(here.folder, creating: true)
        let log = try OwnLog()
        try log.grow(database, by: 2)
        try database.register(log.origin, own: false)
        let logs = try database.logs()
        #expect(logs.map(\.own) == [true])
        #expect(logs.map(\.size) == [2])
    }

    private func open(_ database: LogDatabase, _ log: OwnLog) throws -> (code: MirrorFinding.Code, since: Timestamp)? {
        try database.finding(log.origin).map { ($0.finding.code, $0.since) }
    }

    @Test func theFirstFindingStaysUntilHealed() throws {
        let here = try TemporaryFolder()
        let at = try #require(at)
        let later = try #require(later)
        let log = try OwnLog()
        do {
            let database = try LogDatabase(here.folder, creating: true)
            try database.register(log.origin, own: false)
            #expect(try open(database, log) == nil)
            try database.halt(log.origin, MirrorFinding(.shrank, "a"), note: [1], known: [2], at: at)
            try database.halt(log.origin, MirrorFinding(.shrank, "b"), note: [3], known: nil, at: later)
            try database.halt(log.origin, MirrorFinding(.entriesAltered, "c"), note: [4], known: nil, at: later)
        }
        let database = try LogDatabase(here.folder)
        let found = try #require(try database.finding(log.origin))
        #expect(found.finding.code == .shrank)
        #expect(found.finding.detail == "a")
        #expect(found.since == at)
        try database.heal(log.origin, at: later)
        #expect(try open(database, log) == nil)
        try database.halt(log.origin, MirrorFinding(.inconsistent, "d"), note: [5], known: nil, at: later)
        #expect(try open(database, log)?.code == .inconsistent)
    }

    /// A fork that follows a milder finding must not be forgotten at the next start.
    @Test func aForkTakesTheFirstPlace() throws {
        let here = try TemporaryFolder()
        let at = try #require(at)
        let later = try #require(later)
        let database = try LogDatabase(here.folder, creating: true)
        let log = try OwnLog()
        try database.register(log.origin, own: false)
        try database.halt(log.origin, MirrorFinding(.checkpointInvalid, "garbage"), note: [1], known: nil, at: at)
        try database.halt(log.origin, MirrorFinding(.forked, "two roots"), note: [2], known: [3], at: later)
        try database.halt(log.origin, MirrorFinding(.forked, "again"), note: [4], known: [3], at: later)
        let found = try #require(try database.finding(log.origin))
        #expect(found.finding.code == .forked)
        #expect(found.finding.detail == "two roots")
        #expect(found.since == later)
        let evidence = try database.pool.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT hex(known_note) || ' ' || hex(offending_note) FROM finding WHERE code = 'mirror-forked'")
        }
        #expect(evidence == ["03 02"])
    }
}
