import GRDB

/// The triggers that keep history from being changed.
enum ProtectingTriggers {
    /// Runs `body` without them and puts them back as this version makes them, all within the caller's transaction:
    /// nobody ever sees the database without.
    static func suspended<T>(_ db: Database, _ body: () throws -> T) throws -> T {
        for name in try names(db) { try db.execute(sql: "DROP TRIGGER \"\(name)\"") }
        let value = try body()
        let model = try DatabaseQueue()
        try LogSchema.migrator.migrate(model)
        let statements = try model.read {
            try String.fetchAll($0, sql: "SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        }
        for statement in statements { try db.execute(sql: statement) }
        return value
    }

    private static func names(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
}
