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

    /// How many entries each log has. Rows that have rotted are left out: they are for the check to find.
    public func sizes() throws -> [(origin: LogOrigin, size: Int)] {
        try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT origin, size FROM log").compactMap {
                row -> (origin: LogOrigin, size: Int)? in
                guard let text = String.fromDatabaseValue(row[0]), let origin = LogOrigin(text),
                    let size = Int.fromDatabaseValue(row[1]), TreeSize.isValid(size)
                else { return nil }
                return (origin: origin, size: size)
            }
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
