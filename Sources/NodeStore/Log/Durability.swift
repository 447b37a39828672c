import GRDB

/// The settings that make a commit survive a power cut, set and read back.
enum Durability {
    /// `DatabasePool` lowers `synchronous` to NORMAL when it opens, so this runs afterwards, on the writer,
    /// outside a transaction. Throws `StoreError.notDurable` naming the setting that did not hold.
    static func enforce(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try expect(db, "synchronous", "2")
        try expect(db, "journal_mode", "wal")
        try expect(db, "foreign_keys", "1")
    }

    private static func expect(_ db: Database, _ setting: String, _ wanted: String) throws {
        let found = try String.fetchOne(db, sql: "PRAGMA \(setting)") ?? "nothing"
        guard found == wanted else {
            throw StoreError.notDurable("\(setting) is \(found), \(wanted) is needed")
        }
    }
}
