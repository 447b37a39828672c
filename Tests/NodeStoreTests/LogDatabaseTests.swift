import Federation
import Foundation
import GRDB
import Synchronization
import Testing
import TransparencyLog

@testable import NodeStore

@Suite struct LogDatabaseTests {
    private func database(_ folder: TemporaryFolder) throws -> LogDatabase {
        try LogDatabase(folder.folder, creating: true)
    }

    /// Rows of every table that an append writes.
    private func counts(_ database: LogDatabase) throws -> [Int] {
        try database.pool.read { db in
            try ["entry", "tile_hash", "checkpoint"].map { table in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? -1
            } + [try Int.fetchOne(db, sql: "SELECT coalesce(sum(size), 0) FROM log") ?? -1]
        }
    }

    @Test(arguments: [true, false])
    func writerIsDurable(_ creating: Bool) throws {
        let folder = try TemporaryFolder()
        var database = try database(folder)
        if !creating { database = try LogDatabase(folder.folder) }
        let settings = try database.pool.writeWithoutTransaction { db in
            try ["synchronous", "journal_mode", "foreign_keys"].map { name in
                try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
        #expect(settings == ["2", "wal", "1"])
        // And still after a commit.
        try OwnLog().grow(database, by: 1)
        let synchronous = try database.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(synchronous == 2)
    }

    @Test func missingDurabilityIsRefused() throws {
        let queue = try DatabaseQueue()
        let error = #expect(throws: StoreError.self) {
            try queue.writeWithoutTransaction { try Durability.enforce($0) }
        }
        guard case .notDurable(let detail)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(detail.hasPrefix("journal_mode"))
    }

    @Test func aLogIsCreatedOnceAndByAnExplicitWord() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StoreError.notInitialised(folder.folder.url.path)) { try LogDatabase(folder.folder) }
        _ = try database(folder)
        #expect(throws: StoreError.alreadyInitialised(folder.folder.url.path)) { try self.database(folder) }
    }

    @Test func oneHolderOfTheFolder() throws {
        let folder = try TemporaryFolder()
        var lock: FolderLock? = try FolderLock(folder.folder)
        #expect(throws: StoreError.locked(folder.folder.url.path)) { try FolderLock(folder.folder) }
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(throws: Never.self) { try FolderLock(folder.folder) }
    }

    @Test func databasesOfANewerProgramAreLeftAlone() throws {
        let folder = try TemporaryFolder()
        try OwnLog().grow(try database(folder), by: 3)
        try DatabaseQueue(path: folder.folder.logDatabase.path).write {
            try $0.execute(sql: "PRAGMA user_version = 99")
        }
        let expected = StoreError.newerSchema(found: 99, known: 3)
        #expect(throws: expected) { try LogDatabase(folder.folder) }
    }

    @Test func appendKeepsEntriesHashesAndNoteTogether() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        var size = 0
        for count in [1, 254, 1, 1, 300] {
            try log.grow(database, by: count)
            size += count
            let (stored, note, entries) = try #require(
                try database.read(log.origin) {
                    ($0.size, try $0.checkpoint(), try $0.entries(0..<$0.size))
                })
            #expect(stored == size)
            #expect(entries == (0..<size).map(log.entry))
            let verified = try VerifiedCheckpoint.open(
                note: try #require(note), origin: log.origin.text, keys: [log.verifier]
            ).get()
            #expect(verified.checkpoint.size == size)
            #expect(verified.checkpoint.root == log.frontier(size).root)
        }
        #expect(try counts(database) == [557, 2, 5, 557])
        #expect(try database.logs().map(\.origin) == [log.origin])
    }

    private struct Refusal: Error {}

    @Test func nothingIsLeftWhenSigningFails() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        try log.grow(database, by: 200)
        let before = try counts(database)
        let batch = log.batch(from: 200, count: 100)
        #expect(throws: Refusal.self) { try database.append(batch) { _ in throw Refusal() } }
        #expect(try counts(database) == before)
        // The same batch goes in afterwards.
        try database.append(batch, sign: log.note)
        #expect(try counts(database) == [300, 1, 2, 300])
    }

    /// A hash that rotted on the disk is not built upon: what would be signed is not what was signed before.
    @Test(arguments: [
        "UPDATE entry SET leaf = zeroblob(32) WHERE place & 1023 = 299", "UPDATE tile_hash SET hash = zeroblob(32)",
    ])
    func nothingIsSignedOnADamagedEdge(_ damage: String) throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        try log.grow(database, by: 300)
        try database.pool.write { db in
            try db.execute(sql: "DROP TRIGGER entry_fixed; DROP TRIGGER tile_hash_fixed;")
            try db.execute(sql: damage)
        }
        let before = try counts(database)
        let signed = Mutex(false)
        #expect(throws: StoreError.readBackDiffers(log.origin.text)) {
            try database.append(log.batch(from: 300, count: 1)) { checkpoint in
                signed.withLock { $0 = true }
                return try log.note(checkpoint)
            }
        }
        #expect(!signed.withLock { $0 })
        #expect(try counts(database) == before)
    }

    /// The disk refuses one row in the midst: no row before it stays.
    @Test(arguments: ["entry", "tile_hash", "checkpoint"])
    func nothingIsLeftWhenAWriteFails(_ table: String) throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        try log.grow(database, by: 200)
        let before = try counts(database)
        let condition = table == "entry" ? "WHEN NEW.place & 0xFFFF = 270" : ""
        try database.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER full BEFORE INSERT ON \(table) \(condition) BEGIN SELECT RAISE (ABORT, 'full'); END
                    """)
        }
        #expect(throws: DatabaseError.self) { try database.append(log.batch(from: 200, count: 100), sign: log.note) }
        #expect(try counts(database) == before)
        try database.pool.write { try $0.execute(sql: "DROP TRIGGER full") }
        #expect(throws: Never.self) { try log.grow(database, by: 100) }
    }

    @Test func aBatchBeginsWhereTheLogEnds() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        try log.grow(database, by: 10)
        for start in [0, 9, 11] {
            #expect(throws: StoreError.outOfSequence(log: log.origin.text, stored: 10, offered: start)) {
                try database.append(log.batch(from: start, count: 2), sign: log.note)
            }
        }
        let unknown = try OwnLog("500000.tongzhou.test/common/1")
        #expect(throws: StoreError.unknownLog(unknown.origin.text)) {
            try database.append(unknown.batch(from: 0, count: 1), sign: unknown.note)
        }
        #expect(try counts(database) == [10, 0, 1, 10])
    }

    /// The tree stored and the tree hashed anew from the stored bytes have to be one before anything is signed.
    @Test func nothingIsSignedThatDoesNotReadBack() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        try log.grow(database, by: 10)
        try database.pool.write { db in
            try db.execute(sql: "DROP TRIGGER entry_fixed")
            try db.execute(sql: "UPDATE entry SET leaf = zeroblob(32) WHERE place & 0xFFFF = 4")
        }
        var signed = 0
        #expect(throws: StoreError.readBackDiffers(log.origin.text)) {
            try database.append(log.batch(from: 10, count: 2)) { checkpoint in
                signed += 1
                return try log.note(checkpoint)
            }
        }
        #expect(signed == 0)
    }

    @Test(arguments: [
        "DELETE FROM entry", "UPDATE entry SET bytes = x'00'", "DELETE FROM tile_hash", "DELETE FROM checkpoint",
        "UPDATE tile_hash SET hash = zeroblob(32)", "UPDATE checkpoint SET note = x'00'", "UPDATE log SET size = 299",
        "UPDATE log SET size = -1", "INSERT INTO entry VALUES (NULL, zeroblob(65536), zeroblob(32))",
        "INSERT INTO entry VALUES (NULL, x'', zeroblob(31))", "DELETE FROM log",
    ])
    func thePastIsNotChanged(_ statement: String) throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        try OwnLog().grow(database, by: 300)
        let before = try counts(database)
        #expect(throws: DatabaseError.self) { try database.pool.write { try $0.execute(sql: statement) } }
        #expect(try counts(database) == before)
        #expect(before == [300, 1, 1, 300])
    }

    @Test func rootsOfAllSizes() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        for count in [100, 200, 300] { try log.grow(database, by: count) }
        var frontier = Frontier()
        #expect(try database.root(of: log.origin, at: 0) == MerkleHash.emptyTree)
        for size in 1...600 {
            frontier.append(MerkleHash.leaf(log.entry(size - 1)))
            #expect(try database.root(of: log.origin, at: size) == frontier.root)
        }
        for size in [601, 1 << 53, Int.max] { #expect(try database.root(of: log.origin, at: size) == nil) }
        let unknown = try OwnLog("500000.tongzhou.test/common/1").origin
        #expect(try database.root(of: unknown, at: 0) == nil)
    }

    @Test func servesWhatATreeInMemoryServes() throws {
        let folder = try TemporaryFolder()
        let database = try database(folder)
        let log = try OwnLog()
        let other = try OwnLog("500000.tongzhou.test/common/1")
        // Two logs in one table: neither shows through the other.
        for count in [255, 2, 500] {
            try log.grow(database, by: count)
            try other.grow(database, by: 3)
        }
        let reference = ReferenceLog((0..<757).map(log.entry))
        for size in [1, 255, 256, 257, 512, 757] {
            for resource in LogResource.resources(forSize: size) {
                let served = try database.read(log.origin) { try $0.resource(resource) } ?? nil
                #expect(served != nil)
                #expect(served == reference.body(resource), "\(resource.path)")
            }
        }
        for resource in [
            LogResource.tile(level: 0, index: 3, width: 1), .tile(level: 0, index: 2, width: 246),
            .tile(level: 1, index: 0, width: 3), .tile(level: 2, index: 0, width: 1), .entries(index: 2, width: 256),
            .entries(index: 3, width: 1),
        ] {
            #expect(try database.read(log.origin) { try $0.resource(resource) } == .some(nil), "\(resource.path)")
        }
        #expect(try database.read(other.origin) { try $0.entries(0..<100) } == (0..<9).map(other.entry))
    }
}
