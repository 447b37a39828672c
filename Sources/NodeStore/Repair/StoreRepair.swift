public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// Repairs a log database row by row, as long as SQLite can read it.
public struct StoreRepair: Sendable {
    private let database: LogDatabase
    private let owner: NodeName
    private let keys: @Sendable (LogOrigin) -> [NoteVerifier]

    public init(_ database: LogDatabase, owner: NodeName, keys: @escaping @Sendable (LogOrigin) -> [NoteVerifier]) {
        self.database = database
        self.owner = owner
        self.keys = keys
    }

    /// Puts the triggers and the list of logs in order: a log's name is had from the checkpoints it signed. Returns how
    /// many rows of the list were changed.
    public func mendList() throws -> Int {
        try database.pool.write { db in
            try ProtectingTriggers.suspended(db) {
                try db.execute(sql: "PRAGMA user_version = \(LogSchema.version)")
                var mended = 0
                for (id, text) in try rows(db) {
                    guard let named = try signedName(db, id), named != LogOrigin(text) else { continue }
                    try db.execute(sql: "UPDATE log SET origin = ? WHERE id = ?", arguments: [named.text, id])
                    mended += 1
                }
                for (row, own) in try ListedLogs(db, owner).logs {
                    try db.execute(
                        sql: "UPDATE log SET own = ? WHERE id = ? AND own <> ?", arguments: [own, row.id, own])
                    mended += db.changesCount
                }
                return mended
            }
        }
    }

    private func rows(_ db: Database) throws -> [(Int64, String)] {
        try Row.fetchAll(db, sql: "SELECT id, origin FROM log").map {
            (Int64.fromDatabaseValue($0[0]) ?? 0, String.fromDatabaseValue($0[1]) ?? "")
        }
    }

    /// The log that a kept checkpoint of a row is signed for.
    private func signedName(_ db: Database, _ id: Int64) throws -> LogOrigin? {
        let notes = try Data.fetchCursor(db, sql: "SELECT note FROM checkpoint WHERE log = ?", arguments: [id])
        while let note = try notes.next().map(Array.init) {
            guard case .success(let signed) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) }),
                let origin = LogOrigin(signed.origin),
                case .success = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(origin))
            else { continue }
            return origin
        }
        return nil
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
