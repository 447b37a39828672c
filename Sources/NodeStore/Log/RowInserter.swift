import GRDB
import GRDBSQLite
import TransparencyLog

/// Inserts rows through the C interface and without copying them: taking in a long log spends most of its time here.
struct RowInserter {
    private let db: Database
    /// Keeps the prepared statement alive.
    private let owner: Statement

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        owner = try db.cachedStatement(sql: sql)
    }

    /// Binds whole numbers, then bytes unless nil, then a hash, in this order.
    func insert(_ numbers: [Int64], _ bytes: UnsafeRawBufferPointer?, _ hash: MerkleHash) throws {
        let statement = owner.sqliteStatement
        var place: Int32 = 1
        for number in numbers {
            sqlite3_bind_int64(statement, place, number)
            place += 1
        }
        if let bytes {
            // A blob without an address would be NULL.
            if let start = bytes.baseAddress, !bytes.isEmpty {
                sqlite3_bind_blob(statement, place, start, Int32(bytes.count), nil)
            } else {
                sqlite3_bind_zeroblob(statement, place, 0)
            }
            place += 1
        }
        let result = withUnsafeBytes(of: hash) { buffer in
            sqlite3_bind_blob(statement, place, buffer.baseAddress, Int32(buffer.count), nil)
            let result = sqlite3_step(statement)
            sqlite3_reset(statement)
            // What was bound without copying ends here.
            sqlite3_clear_bindings(statement)
            return result
        }
        guard result == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: result), message: db.lastErrorMessage)
        }
    }
}
