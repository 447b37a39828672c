import Compensation
public import Federation
import Foundation
import GRDB
import TransparencyLog

/// `views.sqlite`: tables derived from the logs. Everything in it can be deleted; opening it again rebuilds it.
///
/// Its follower keeps one position per log in the same transaction as the rows, so a kept view
/// and a rebuilt one are the same.
public final class ViewsDatabase: Sendable {
    let queue: DatabaseQueue
    private static let follower = "tables"

    /// Opens the views, deleting a file of another version or one that SQLite cannot read.
    public init(_ folder: DataFolder) throws {
        let path = folder.viewsDatabase.path
        if let queue = try? Self.open(path), try Self.isCurrent(queue) {
            self.queue = queue
            return
        }
        for suffix in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
        queue = try Self.open(path)
        try queue.write { db in
            try db.execute(sql: ViewsSchema.tables)
            try db.execute(sql: "PRAGMA user_version = \(ViewsSchema.version)")
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        return queue
    }

    private static func isCurrent(_ queue: DatabaseQueue) throws -> Bool {
        try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == ViewsSchema.version
    }

    /// Adds the rows of entries `start…` of a log; those already followed are skipped.
    public func follow(_ entries: [[UInt8]], from start: Int, of log: LogOrigin) throws {
        try queue.write { db in
            let position =
                try Int.fetchOne(
                    db, sql: "SELECT position FROM follower WHERE name = ? AND log = ?",
                    arguments: [Self.follower, log.text]) ?? 0
            guard start <= position else {
                throw StoreError.outOfSequence(log: log.text, stored: position, offered: start)
            }
            let writer = ViewWriter(db)
            for (offset, bytes) in entries.enumerated().dropFirst(position - start) {
                try writer.write(EntryReference(log: log, index: start + offset), bytes)
            }
            try db.execute(
                sql: "INSERT INTO follower VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position",
                arguments: [Self.follower, log.text, max(position, start + entries.count)])
        }
    }

    /// Replaces the table of settlements, which depends on what all logs say together.
    public func replaceSettlements(_ cases: [SettlementCase]) throws {
        try queue.write { db in
            try db.execute(sql: "DELETE FROM settlement")
            for settlement in cases {
                try db.execute(
                    sql: "INSERT INTO settlement VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        settlement.key.agreement.text, settlement.key.agreementDigest.hex,
                        settlement.key.period.text, settlement.state.rawValue,
                        (try? settlement.own.get())?.digest.hex,
                    ])
            }
        }
    }

    /// Every row of every table as text, in primary-key order: for comparing a kept view with a rebuilt one.
    public func dump() throws -> [String] {
        try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }.sorted()
            }
        }
    }
}
