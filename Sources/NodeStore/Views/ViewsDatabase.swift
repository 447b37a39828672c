import Compensation
public import Federation
import Foundation
import GRDB
import TransparencyLog

/// `views.sqlite`: tables derived from the logs. Everything in it can be deleted; opening it again rebuilds it.
///
/// Its follower keeps one position per log, with the root of the log there, in the same transaction as the
/// rows: a kept view and a rebuilt one are the same, and views of another history are recognised.
public final class ViewsDatabase: Sendable {
    let queue: DatabaseQueue
    private static let follower = "tables"

    /// Opens the views of `history`. A file of another version, one that SQLite cannot read, and one that followed
    /// a history which is not held, such as after the logs were restored from a backup, is deleted first.
    public init(_ folder: DataFolder, of history: any LogHistory) throws {
        let path = folder.viewsDatabase.path
        if let queue = try? Self.open(path) {
            if let heads = Self.heads(queue),
                try heads.allSatisfy({ try history.root(of: $0.log, at: $0.size) == $0.root })
            {
                self.queue = queue
                return
            }
            // Closed before its files go: a connection removes the WAL file of that name when it ends.
            try queue.close()
        }
        try Self.remove(folder)
        do {
            queue = try Self.open(path)
            try queue.write { db in
                try db.execute(sql: ViewsSchema.tables)
                try db.execute(sql: "PRAGMA user_version = \(ViewsSchema.version)")
            }
        } catch let error as DatabaseError {
            throw StoreError(full: error) ?? error
        }
    }

    /// Deletes the file of a folder; it is made anew when it is opened.
    public static func remove(_ folder: DataFolder) throws {
        let path = folder.viewsDatabase.path
        for suffix in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// What SQLite says against the file of a folder; `nil` when it is sound or not there. Reads only.
    public static func complaint(_ folder: DataFolder) -> String? {
        guard FileManager.default.fileExists(atPath: folder.viewsDatabase.path) else { return nil }
        do {
            let lines = try LogFile(contentsOf: folder.viewsDatabase).queue.read {
                try String.fetchAll($0, sql: "PRAGMA quick_check(1)")
            }
            return lines == ["ok"] ? nil : lines.joined(separator: "; ")
        } catch {
            return "\(error)"
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

    /// How far each log has been followed; `nil` for a file that is not of this version or not whole.
    private static func heads(_ queue: DatabaseQueue) -> [CutLog]? {
        try? queue.read { db in
            guard try Int.fetchOne(db, sql: "PRAGMA user_version") == ViewsSchema.version else { return nil }
            let rows = try Row.fetchAll(db, sql: "SELECT log, position, root FROM follower")
            let heads = try rows.compactMap { row -> CutLog? in
                guard let log = LogOrigin(try row.sound(0, of: "follower")),
                    let root = MerkleHash(hex: try row.sound(2, of: "follower"))
                else { return nil }
                return CutLog(log: log, size: try row.sound(1, of: "follower"), root: root)
            }
            return heads.count == rows.count ? heads : nil
        }
    }

    /// How many entries of a log have been followed.
    public func position(of log: LogOrigin) throws -> Int {
        try queue.read { db in
            try Int.fetchOne(
                db, sql: "SELECT position FROM follower WHERE name = ? AND log = ?",
                arguments: [Self.follower, log.text]) ?? 0
        }
    }

    /// Adds the rows of the entries from `start` up to `head` of a log; those already followed are skipped.
    public func follow(_ entries: [[UInt8]], from start: Int, head: CutLog) throws {
        let log = head.log
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
            guard head.size > position else { return }
            try db.execute(
                sql: """
                    INSERT INTO follower VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET position = excluded.position, root = excluded.root
                    """,
                arguments: [Self.follower, log.text, head.size, head.root.hex])
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
                        settlement.key.periodText, settlement.state.rawValue,
                        settlement.standingDigest?.hex,
                    ])
            }
        }
    }

    /// Every row of every table as text, in primary-key order: for comparing a kept view with a rebuilt one.
    /// Without `stretch`, which says nothing about the logs but how a program has read them.
    public func dump() throws -> [String] {
        try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'stretch' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.description)" }.sorted()
            }
        }
    }
}
