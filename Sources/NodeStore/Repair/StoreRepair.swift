public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// Repairs a log database row by row, as long as SQLite can read it.
public struct StoreRepair: Sendable {
    private let database: LogDatabase
    private let owner: NodeName
    private let keys: @Sendable (LogOrigin) -> NoteKeys

    public init(_ database: LogDatabase, owner: NodeName, keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        self.database = database
        self.owner = owner
        self.keys = keys
    }

    /// Puts the triggers and the list of logs in order, by what the kept checkpoints were signed for. Returns how many
    /// rows were changed.
    public func mendList() throws -> Int {
        try database.pool.write { db in
            // References may be broken, and are checked again when the transaction ends.
            try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
            return try ProtectingTriggers.suspended(db) {
                try db.execute(sql: "PRAGMA user_version = \(LogSchema.version)")
                return try LogListMending(db, owner, keys).run()
            }
        }
    }

    /// Takes away rows that belong to no log. Only for a database whose logs are all whole: until then such a row may
    /// be the last copy of an entry.
    public func removeUnlisted() throws {
        try database.pool.write { db in
            try ProtectingTriggers.suspended(db) { try LogListMending(db, owner, keys).removeStray() }
        }
    }

    /// Forgets the SM3 tree of a log and what was signed over it.
    public func removeSM3Tree(of origin: LogOrigin) throws {
        try database.pool.write { db in
            try db.execute(
                sql: "DELETE FROM sm3_tree WHERE log = (SELECT id FROM log WHERE origin = ?)", arguments: [origin.text])
        }
    }

    /// The repair of one log; `sign` signs again what an own log signed before. Throws `StoreError.unknownLog`.
    public func log(
        _ origin: LogOrigin, sign: @escaping @Sendable (Checkpoint) throws -> [UInt8]
    ) throws -> LogRepair {
        let row = try database.pool.read { try LogRow.fetch($0, origin) }
        let own = origin.node == owner
        return LogRepair(database, row, own: own, keys: keys(origin), sign: own ? sign : nil)
    }
}
