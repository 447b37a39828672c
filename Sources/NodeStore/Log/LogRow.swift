import Federation
import GRDB

/// A row of table `log`.
struct LogRow {
    let id: Int64
    let origin: LogOrigin
    let size: Int

    static func find(_ db: Database, _ origin: LogOrigin) throws -> LogRow? {
        let statement = try db.cachedStatement(sql: "SELECT id, size FROM log WHERE origin = ?")
        return try Row.fetchOne(statement, arguments: [origin.text]).map {
            LogRow(id: $0[0], origin: origin, size: $0[1])
        }
    }

    static func fetch(_ db: Database, _ origin: LogOrigin) throws -> LogRow {
        guard let row = try find(db, origin) else { throw StoreError.unknownLog(origin.text) }
        return row
    }

    /// Place of an entry in the one entry tree.
    static func place(_ id: Int64, _ index: Int) -> Int64 { id << 40 | Int64(index) }
}
