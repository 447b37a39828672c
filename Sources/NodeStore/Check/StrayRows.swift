import Federation
import GRDB

/// Rows that belong to no log on the list.
struct StrayRows {
    private let db: Database
    private let ids: [Int64]

    init(_ db: Database, _ logs: [LogRow]) throws {
        self.db = db
        ids = logs.map(\.id)
    }

    func examine(_ damages: inout DamageList) throws {
        try entries(&damages)
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
            let table = String.fromDatabaseValue(row[0]) ?? ""
            damages.add(Damage(.strayRow, .record(table: table, key: ""), expected: "a log on the list"))
        }
    }

    /// Goes from log to log through the one entry tree, never through the entries of a log.
    private func entries(_ damages: inout DamageList) throws {
        var from = Int64.min
        while let place = try Int64.fetchOne(
            db, sql: "SELECT place FROM entry WHERE place >= ? ORDER BY place LIMIT 1", arguments: [from])
        {
            let id = place >> 40
            if !ids.contains(id) {
                damages.add(
                    Damage(
                        .strayRow, .record(table: "entry", key: "\(place)"), expected: "an entry of a log on the list"))
            }
            guard id < (Int64.max >> 40) else { break }
            from = (id + 1) << 40
        }
    }
}
