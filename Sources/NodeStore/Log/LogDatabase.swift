public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// `log.sqlite`, the precious database: own entries, mirrors, tree hashes, signed checkpoints, findings.
///
/// One writer connection in one process (the caller holds the `FolderLock`); readers do not disturb it.
public final class LogDatabase: Sendable {
    let pool: DatabasePool
    private let watch: (any CommitWatch)?

    /// Opens an existing database, or creates one where told to, and reads back that the durability settings are in force.
    /// One that an older program wrote is copied before its tables are changed.
    public init(_ folder: DataFolder, creating: Bool = false, watch: (any CommitWatch)? = nil) throws {
        guard creating != folder.isInitialised else {
            throw creating
                ? StoreError.alreadyInitialised(folder.url.path) : StoreError.notInitialised(folder.url.path)
        }
        let pool = try DatabasePool(path: folder.logDatabase.path, configuration: Self.configuration)
        try pool.writeWithoutTransaction { db in try Durability.enforce(db) }
        let version = try Self.knownVersion(pool)
        if !creating, version > 0, version < LogSchema.version { try UpgradeCopy.make(folder, version: version) }
        try LogSchema.migrator.migrate(pool)
        self.pool = pool
        self.watch = watch
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        return configuration
    }

    /// The version of the tables; refuses those of a newer program.
    private static func knownVersion(_ pool: DatabasePool) throws -> Int {
        let found = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
        guard found <= LogSchema.version else {
            throw StoreError.newerSchema(found: found, known: LogSchema.version)
        }
        return found
    }

    /// Makes the log known; adding it again changes nothing.
    ///
    /// All rows are looked through, without the index: were it rotten, the log would be begun a second time.
    public func register(_ origin: LogOrigin, own: Bool) throws {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO log (origin, own) SELECT ?1, ?2
                    WHERE NOT EXISTS (SELECT 1 FROM log NOT INDEXED WHERE origin = ?1)
                    """,
                arguments: [origin.text, own])
        }
    }

    /// All logs held, sorted by origin. Throws `StoreError.damaged` for a row that names no log: passed over in
    /// silence, an own log would be begun a second time.
    public func logs() throws -> [(origin: LogOrigin, own: Bool, size: Int)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT origin, own, size FROM log").map { row in
                let text = String.fromDatabaseValue(row[0]) ?? ""
                guard let origin = LogOrigin(text), let size = Int.fromDatabaseValue(row[2]) else {
                    throw StoreError.damaged("log “\(text)”")
                }
                return (origin, try row.sound(1, of: "log"), size)
            }.sorted { $0.origin < $1.origin }
        }
    }

    /// Appends to an own log: entries, hashes and the signed checkpoint in one transaction.
    ///
    /// `sign` is called inside it, after the rows have been read back and hashed a second time, so that
    /// nothing is ever signed that is not stored as signed; a failure anywhere leaves nothing behind. With `signSM3`
    /// the log's SM3 tree grows and is signed in the same step, so that it is never ahead of the log.
    public func append(
        _ batch: LogBatch, signSM3: SM3Signing? = nil, sign: (Checkpoint) throws -> [UInt8]
    ) throws {
        try append([batch], signSM3: { _ in signSM3 }, sign: { try sign($0.checkpoint) })
    }

    /// Signs a checkpoint of an SM3 tree.
    public typealias SM3Signing = (Checkpoint) throws -> [UInt8]

    /// Appends to several own logs at once: all of it is stored and signed, or nothing of any.
    public func append(
        _ batches: [LogBatch], signSM3: (LogBatch) -> SM3Signing? = { _ in nil },
        sign: (LogBatch) throws -> [UInt8]
    ) throws {
        try record { db in
            for batch in batches { try Self.append(batch, db, signSM3(batch), sign) }
        }
        FailPoint.appendCommitted.reach()
    }

    private static func append(
        _ batch: LogBatch, _ db: Database, _ signSM3: SM3Signing?, _ sign: (LogBatch) throws -> [UInt8]
    ) throws {
        let log = try LogRow.fetch(db, batch.origin)
        try EntryWriter(db, log).write(batch)
        FailPoint.appendStored.reach()
        let stored = try StoredLog(db, log.id, size: batch.frontier.size)
        let edge = try Frontier(size: batch.start, reader: stored)
        guard try continues(edge, stored.checkpoint()),
            try stored.rehashedRoot(from: batch.start, onto: edge) == batch.frontier.root
        else { throw StoreError.readBackDiffers(batch.origin.text) }
        let note = try sign(batch)
        try EntryWriter(db, log).keep(note, size: batch.frontier.size)
        if let signSM3 {
            try SM3TreeWriter(db, log.id, batch.origin, stored).grow(upTo: batch.frontier.size, sign: signSM3)
        }
        FailPoint.appendSigned.reach()
    }

    /// Whether the stored right edge is the one last signed. A hash that has rotted on the disk must not be
    /// built upon: every neighbour would see another history.
    private static func continues(_ edge: Frontier, _ note: [UInt8]?) -> Bool {
        guard let note else { return edge.size == 0 }
        guard case .success(let signed) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) }) else {
            return false
        }
        return signed.size == edge.size && signed.root == edge.root
    }

    /// Stores verified entries of a mirrored log and, when they reach it, the verified checkpoint, with this node's own
    /// cosignature of it: durable and cosigned are one step, so no cosigned size is ever forgotten.
    public func commit(_ mirrored: MirrorBatch, cosignature: (cosigner: String, line: String)? = nil) throws {
        try record { db in
            let log = try LogRow.fetch(db, mirrored.batch.origin)
            let writer = EntryWriter(db, log)
            try writer.write(mirrored.batch)
            if let checkpoint = mirrored.checkpoint {
                try writer.keep(checkpoint.note, size: checkpoint.checkpoint.size)
                if let cosignature {
                    try writer.keep(cosignature.line, by: cosignature.cosigner, size: mirrored.batch.frontier.size)
                }
            }
            FailPoint.mirrorStored.reach()
        }
        FailPoint.mirrorCommitted.reach()
    }

    /// One consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try watch?.willRead()
        return try pool.read(body)
    }

    /// One transaction.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard let watch else { return try pool.write(body) }
        try watch.willWrite()
        let value = try pool.write { db in
            let value = try body(db)
            try watch.willCommit()
            return value
        }
        try watch.didCommit()
        return value
    }

    /// One transaction; a full disk is told as such and leaves nothing behind.
    private func record(_ body: (Database) throws -> Void) throws {
        do {
            try write(body)
        } catch let error as DatabaseError {
            throw StoreError(full: error) ?? error
        }
    }

    /// Runs `body` on one consistent state of a log; `nil` when the log is not held.
    public func read<T>(_ origin: LogOrigin, _ body: (StoredLog) throws -> T) throws -> T? {
        try read { db in
            guard let log = try LogRow.find(db, origin) else { return nil }
            return try body(StoredLog(db, log.id, size: log.size))
        }
    }
}

extension LogDatabase: LogHistory {
    public func root(of log: LogOrigin, at size: Int) throws -> MerkleHash? {
        try read(log) { stored in
            size <= stored.size ? try Frontier(size: size, reader: stored).root : nil
        } ?? nil
    }
}
