import Foundation
import GRDB

/// One log as it lies in a node's `log.sqlite`, read without the program.
struct KeptLog {
    let origin: String
    let own: Bool
    let entries: [Data]
    /// Every signed note ever kept, by size.
    let notes: [KeptNote]

    /// All logs of a node's folder.
    static func all(in folder: String) throws -> [KeptLog] {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: "\(folder)/log.sqlite", configuration: configuration)
        return try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT id, origin, own, size FROM log ORDER BY origin").map { row in
                let id: Int64 = row["id"]
                let entries = try Data.fetchAll(
                    db, sql: "SELECT bytes FROM entry WHERE place >= ? AND place < ? ORDER BY place",
                    arguments: [id << 40, (id + 1) << 40])
                guard entries.count == row["size"] else {
                    throw TestProblem("\(row): \(entries.count) entries")
                }
                let notes = try Data.fetchAll(
                    db, sql: "SELECT note FROM checkpoint WHERE log = ? ORDER BY size", arguments: [id])
                return KeptLog(
                    origin: row["origin"], own: row["own"], entries: entries, notes: try notes.map(KeptNote.init))
            }
        }
    }

    static func own(_ origin: String, in folder: String) throws -> KeptLog {
        guard let log = try all(in: folder).first(where: { $0.own && $0.origin == origin }) else {
            throw TestProblem("\(folder) has no own log \(origin)")
        }
        return log
    }

    var bodies: [JSONAnswer] { entries.map { JSONAnswer(String(decoding: $0, as: UTF8.self)) } }
    var kinds: [String] { bodies.map { $0["kind"].text } }
}
