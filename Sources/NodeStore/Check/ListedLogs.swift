import Federation
import GRDB

/// The list of logs, read without trusting it.
struct ListedLogs {
    /// Logs that can be made out, with whether they are the owner's.
    private(set) var logs: [(row: LogRow, own: Bool)] = []
    private(set) var damages: [Damage] = []

    init(_ db: Database, _ owner: NodeName) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, origin, own, size FROM log ORDER BY id") {
            let id = Int64.fromDatabaseValue(row[0]) ?? 0
            let text = String.fromDatabaseValue(row[1]) ?? ""
            guard let origin = LogOrigin(text), let size = Int.fromDatabaseValue(row[3]), size >= 0 else {
                damages.append(
                    Damage(
                        .logRowInvalid, .record(table: "log", key: "\(id)"), expected: "<node>/<channel>/<epoch>",
                        found: text))
                continue
            }
            let own = origin.node == owner
            if Int.fromDatabaseValue(row[2]) != (own ? 1 : 0) {
                damages.append(
                    Damage(.logRowInvalid, log: origin, .log, expected: own ? "an own log" : "a mirror"))
            }
            logs.append((LogRow(id: id, origin: origin, size: size), own))
        }
    }
}
