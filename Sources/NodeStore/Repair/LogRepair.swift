public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// Puts the rows of one damaged log back to what was signed.
///
/// The right rows are gathered beside the stored ones, in a temporary table, and compared with them as they come. Nothing
/// is changed before the gathered tree has the root of the signed checkpoint; then the rows that differ
/// are replaced in one transaction. The caller holds the folder's lock: no node is running on these rows.
public final class LogRepair: Sendable {
    private let database: LogDatabase
    private let log: LogRow
    private let own: Bool
    private let keys: NoteKeys
    /// Signs again what was signed before; `nil` for a mirror.
    private let sign: (@Sendable (Checkpoint) throws -> [UInt8])?

    static let gathering = """
        CREATE TEMP TABLE IF NOT EXISTS right_entry (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf BLOB NOT NULL);
        CREATE TEMP TABLE IF NOT EXISTS right_hash (
          log INTEGER NOT NULL, level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL,
          PRIMARY KEY (log, level, idx)
        );
        DELETE FROM right_entry;
        DELETE FROM right_hash;
        """

    init(
        _ database: LogDatabase, _ log: LogRow, own: Bool, keys: NoteKeys,
        sign: (@Sendable (Checkpoint) throws -> [UInt8])?
    ) {
        self.database = database
        self.log = log
        self.own = own
        self.keys = keys
        self.sign = sign
    }

    public var origin: LogOrigin { log.origin }
    public var isMirror: Bool { !own }

    /// The largest signed checkpoint the database still has of this log.
    public func newestSound() throws -> VerifiedCheckpoint? {
        try checkpoints().compactMap { try? $0.verdict.get() }.max { $0.checkpoint.size < $1.checkpoint.size }
    }

    /// Sizes beyond `size` at which a checkpoint is kept that cannot be read any more: something was signed there.
    public func unreadable(beyond size: Int) throws -> [Int] {
        try checkpoints().filter { $0.size > size && (try? $0.verdict.get()) == nil }.map(\.size)
    }

    private func checkpoints() throws -> [KeptCheckpoint] {
        try database.pool.read { try KeptCheckpoint.fetch($0, log.id, origin, keys, sizes: Int.min...Int.max) }
    }

    /// Begins gathering; what was gathered before is dropped.
    public func begin() throws {
        try database.pool.writeWithoutTransaction { try $0.execute(sql: Self.gathering) }
    }

    /// Gathers the rows of the next batch that are not stored as they should be.
    public func gather(_ batch: LogBatch) throws {
        try database.pool.writeWithoutTransaction { db in
            try db.inTransaction {
                let read = try db.cachedStatement(sql: "SELECT bytes, leaf FROM entry WHERE place = ?")
                for (offset, (bytes, leaf)) in zip(batch.entries, batch.leaves).enumerated() {
                    let place = LogRow.place(log.id, batch.start + offset)
                    let row = try Row.fetchOne(read, arguments: [place])
                    guard
                        row.flatMap({ Data.fromDatabaseValue($0[0]) }) != Data(bytes)
                            || row.flatMap({ Data.fromDatabaseValue($0[1]) }) != Data(leaf.bytes)
                    else { continue }
                    try db.execute(
                        sql: "INSERT INTO right_entry VALUES (?, ?, ?)",
                        arguments: [place, Data(bytes), Data(leaf.bytes)])
                }
                try gather(db, batch.tileHashes)
                return .commit
            }
        }
    }

    private func gather(_ db: Database, _ hashes: [TileHash]) throws {
        let read = try db.cachedStatement(sql: "SELECT hash FROM tile_hash WHERE log = ? AND level = ? AND idx = ?")
        for hash in hashes {
            let row = try Row.fetchOne(read, arguments: [log.id, hash.tileLevel, hash.index])
            guard row.flatMap({ Data.fromDatabaseValue($0[0]) }) != Data(hash.hash.bytes) else { continue }
            try db.execute(
                sql: "INSERT INTO right_hash VALUES (?, ?, ?, ?)",
                arguments: [log.id, hash.tileLevel, hash.index, Data(hash.hash.bytes)])
        }
    }

    /// Gathers from the stored entries themselves, which is enough when only hashes have rotted. Returns whether the
    /// entries lead to `target`.
    public func gatherStored(upTo target: Checkpoint, progress: (Int) -> Void) throws -> Bool {
        try begin()
        var frontier = Frontier()
        while frontier.size < target.size {
            let end = min(target.size, frontier.size + 4096)
            let entries = try database.pool.read { db in
                try StoredLog(db, log.id, size: target.size).entries(frontier.size..<end)
            }
            guard entries.count == end - frontier.size else { return false }
            let batch = LogBatch(origin: origin, onto: frontier, entries: entries)
            try gather(batch)
            frontier = batch.frontier
            progress(frontier.size)
        }
        return frontier.root == target.root
    }

    /// Replaces what differs from the gathered tree of `target`. Throws, and then changes nothing, when the result would
    /// not have the signed root.
    public func apply(_ target: VerifiedCheckpoint) throws -> MendedRows {
        let size = target.checkpoint.size
        return try database.pool.write { db in
            try ProtectingTriggers.suspended(db) {
                var mended = MendedRows()
                mended.removed = try removeStray(db, beyond: size)
                try db.execute(sql: "INSERT OR REPLACE INTO entry SELECT * FROM right_entry")
                mended.entries = db.changesCount
                try db.execute(sql: "INSERT OR REPLACE INTO tile_hash SELECT * FROM right_hash")
                mended.hashes = db.changesCount
                try db.execute(sql: "UPDATE log SET size = ?, own = ? WHERE id = ?", arguments: [size, own, log.id])
                let stored = try StoredLog(db, log.id, size: size)
                guard try Frontier(size: size, reader: stored).root == target.checkpoint.root else {
                    throw StoreError.readBackDiffers(origin.text)
                }
                (mended.checkpoints, mended.lost) = try mendCheckpoints(db, target)
                try requireSigned(db, stored)
                return mended
            }
        }
    }

    /// Whatever was signed and can still be read has to hold for the rows as they are now.
    private func requireSigned(_ db: Database, _ stored: StoredLog) throws {
        let kept = try KeptCheckpoint.fetch(db, log.id, origin, keys, sizes: 0...stored.size)
        for checkpoint in kept where checkpoint.damage(origin) == nil {
            let root = try Frontier(size: checkpoint.size, reader: stored).root
            guard try checkpoint.verdict.get().checkpoint.root == root else {
                throw StoreError.damaged("\(origin.text) @\(checkpoint.size): two signed histories")
            }
        }
    }

    private func removeStray(_ db: Database, beyond size: Int) throws -> Int {
        try db.execute(
            sql: "DELETE FROM entry WHERE place >= ? AND place < ?",
            arguments: [LogRow.place(log.id, size), LogRow.place(log.id + 1, 0)])
        let entries = db.changesCount
        try db.execute(
            sql: "DELETE FROM tile_hash WHERE log = ? AND (idx < 0 OR level > 6 OR idx >= (? >> (8 * level)))",
            arguments: [log.id, size])
        return entries + db.changesCount
    }

    /// Notes that verify go to the size they sign; the others are had from the target, or signed again: the same
    /// words over the same prefix, nothing that was not said before.
    private func mendCheckpoints(_ db: Database, _ target: VerifiedCheckpoint) throws -> (mended: Int, lost: [Int]) {
        let kept = try KeptCheckpoint.fetch(db, log.id, origin, keys, sizes: Int.min...Int.max)
        let stored = try StoredLog(db, log.id, size: target.checkpoint.size)
        var wanted: [(size: Int, note: [UInt8])] = [(target.checkpoint.size, target.note)]
        var lost: [Int] = []
        for checkpoint in kept where checkpoint.damage(origin) != nil {
            if let verified = try? checkpoint.verdict.get() {
                wanted.append((verified.checkpoint.size, verified.note))
            } else if checkpoint.size == target.checkpoint.size {
                continue
            } else if let sign, (0..<target.checkpoint.size).contains(checkpoint.size) {
                let root = try Frontier(size: checkpoint.size, reader: stored).root
                wanted.append(
                    (checkpoint.size, try sign(Checkpoint(origin: origin.text, size: checkpoint.size, root: root))))
            } else {
                lost.append(checkpoint.size)
                continue
            }
            try db.execute(
                sql: "DELETE FROM checkpoint WHERE log = ? AND size = ?", arguments: [log.id, checkpoint.size])
        }
        var mended = 0
        for (size, note) in wanted {
            let sound = kept.contains { $0.size == size && $0.damage(origin) == nil }
            guard !sound else { continue }
            try db.execute(
                sql: "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)", arguments: [log.id, size, Data(note)])
            mended += 1
        }
        return (mended, lost)
    }
}
