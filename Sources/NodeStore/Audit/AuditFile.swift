public import Foundation
import GRDB

/// An audit trail opened for reading only: a running node's, a stopped one's, or the one in a backup.
public struct AuditFile {
    private let queue: DatabaseQueue
    private let url: URL

    /// Throws `StoreError.unreadable` when SQLite cannot open it.
    public init(contentsOf url: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        // Even a reader makes files beside a database that nobody has open.
        try DataFolder(url.deletingLastPathComponent()).requireOwner()
        configuration.busyMode = .timeout(5)
        self.url = url
        queue = try Self.reading(url) { try DatabaseQueue(path: url.path, configuration: configuration) }
    }

    /// The number of lines of a trail that is whole: no page is damaged, no number is missing, nothing but adding is
    /// allowed. Throws `StoreError.unreadable` for any other.
    public func lines() throws -> Int {
        let (problem, count, last, triggers) = try Self.reading(url) {
            try queue.read { db in
                (
                    try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? "",
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM audit") ?? 0,
                    try Int.fetchOne(db, sql: "SELECT max(number) FROM audit") ?? 0,
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
                        ?? 0
                )
            }
        }
        guard problem == "ok" else { throw StoreError.unreadable(url.path, problem) }
        guard count == last, triggers == AuditDatabase.triggerCount else {
            throw StoreError.unreadable(url.path, "\(count) of \(last) lines, \(triggers) triggers")
        }
        return count
    }

    /// Writes the state of one moment into the empty file `copy`, beside a node that goes on writing; the copy needs no
    /// write-ahead log beside it.
    public func write(to copy: URL) throws {
        try Self.reading(copy) {
            let destination = try DatabaseQueue(path: copy.path)
            try queue.backup(to: destination)
            try destination.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try destination.close()
        }
    }

    private static func reading<Result>(_ url: URL, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(full: error) ?? StoreError.unreadable(url.path, error.description)
        }
    }
}
