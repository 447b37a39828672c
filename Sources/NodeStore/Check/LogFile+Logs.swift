public import Federation
import GRDB
import TransparencyLog

extension LogFile {
    /// The logs that are stored as the owner's own.
    public func ownLogs() throws -> [LogOrigin] {
        try queue.read {
            try String.fetchAll($0, sql: "SELECT origin FROM log WHERE own = 1").compactMap { LogOrigin($0) }
        }
    }

    /// Runs `body` on one consistent state of a log; `nil` when the log is not held.
    public func read<T>(_ origin: LogOrigin, _ body: (StoredLog) throws -> T) throws -> T? {
        try queue.read { db in
            guard let log = try LogRow.find(db, origin) else { return nil }
            return try body(StoredLog(db, log.id, size: log.size))
        }
    }
}
