public import Foundation
import GRDB

/// A log database opened for reading only: a running node's, a stopped one's or a backup. It takes no lock that
/// would hold up the writer and never writes.
public final class LogFile: Sendable {
    let queue: DatabaseQueue
    public let url: URL

    /// Throws `StoreError.unreadable` when SQLite cannot open it.
    public init(contentsOf url: URL) throws {
        var configuration = Configuration()
        configuration.readonly = true
        // Even a reader makes files beside a database that nobody has open.
        try DataFolder(url.deletingLastPathComponent()).requireOwner()
        configuration.busyMode = .timeout(5)
        self.url = url
        do {
            queue = try DatabaseQueue(path: url.path, configuration: configuration)
            _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        } catch let error as DatabaseError {
            throw StoreError.unreadable(url.path, error.description)
        }
    }

    /// Throws `StoreError.newerSchema` when a newer program wrote the file.
    public func requireKnownSchema() throws {
        let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
        guard found <= LogSchema.version else {
            throw StoreError.newerSchema(found: found, known: LogSchema.version)
        }
    }
}
