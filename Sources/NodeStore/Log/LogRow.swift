import Federation
import GRDB
import TransparencyLog

/// A row of table `log`.
struct LogRow {
    let id: Int64
    let origin: LogOrigin
    let size: Int

    static func find(_ db: Database, _ origin: LogOrigin) throws -> LogRow? {
        let statement = try db.cachedStatement(sql: "SELECT id, size FROM log WHERE origin = ?")
        guard let row = try Row.fetchOne(statement, arguments: [origin.text]) else { return nil }
        let size: Int = try row.sound(1, of: "log")
        guard TreeSize.isValid(size) else { throw StoreError.damaged("log “\(origin.text)”") }
        return LogRow(id: try row.sound(0, of: "log"), origin: origin, size: size)
    }

    static func fetch(_ db: Database, _ origin: LogOrigin) throws -> LogRow {
        guard let row = try find(db, origin) else { throw StoreError.unknownLog(origin.text) }
        return row
    }

    /// Place of an entry in the one entry tree.
    static func place(_ id: Int64, _ index: Int) -> Int64 { id << 40 | Int64(index) }
}
