import GRDB

/// Writes to a stopped node's database what its triggers forbid, as someone with the file could.
enum Tampering {
    static func execute(_ folder: String, _ statements: String...) throws {
        let queue = try DatabaseQueue(path: "\(folder)/log.sqlite")
        try queue.write { db in
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            for statement in statements {
                try db.execute(sql: statement)
                guard db.changesCount > 0 else { throw TestProblem("nothing changed: \(statement)") }
            }
        }
    }

    /// SQL for the place of an entry of an own log.
    static func place(_ channel: String, _ index: Int) -> String {
        "(SELECT (id << 40) + \(index) FROM log WHERE own = 1 AND origin LIKE '%/\(channel)/1')"
    }
}
