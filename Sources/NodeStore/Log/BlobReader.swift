import GRDB
import GRDBSQLite

/// Reads one column of bytes through the C interface, row by row and without copying.
struct BlobReader {
    private let db: Database
    /// Keeps the prepared statement alive.
    private let owner: Statement

    /// `sql` selects one column of blobs.
    init(_ db: Database, _ sql: String) throws {
        self.db = db
        owner = try db.cachedStatement(sql: sql)
    }

    /// Calls `body` for every row; the bytes are valid during the call.
    func forEach(_ arguments: Int64..., body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let statement = owner.sqliteStatement
        defer { sqlite3_reset(statement) }
        for (place, argument) in arguments.enumerated() { sqlite3_bind_int64(statement, Int32(place + 1), argument) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                let count = Int(sqlite3_column_bytes(statement, 0))
                try body(UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, 0), count: count))
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
        }
    }
}
