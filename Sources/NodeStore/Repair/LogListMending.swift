import Federation
import Foundation
import GRDB
import TransparencyLog

/// Puts the list of logs in order by what the kept checkpoints were signed for.
struct LogListMending {
    private let db: Database
    private let owner: NodeName
    private let keys: @Sendable (LogOrigin) -> NoteKeys

    init(_ db: Database, _ owner: NodeName, _ keys: @escaping @Sendable (LogOrigin) -> NoteKeys) {
        self.db = db
        self.owner = owner
        self.keys = keys
    }

    /// Returns how many rows were changed.
    func run() throws -> Int {
        let before = db.totalChangesCount
        for (id, origin) in try signedFor() {
            let named = try Int64.fetchOne(db, sql: "SELECT id FROM log WHERE origin = ?", arguments: [origin.text])
            guard named != id else { continue }
            let listed = try String.fetchOne(db, sql: "SELECT origin FROM log WHERE id = ?", arguments: [id])
            if let named, try listed != nil || hasCheckpoints(named) {
                // One row strayed to another log's number.
                try move(from: id, to: named, origin)
            } else if let named {
                try db.execute(sql: "UPDATE log SET id = ? WHERE id = ?", arguments: [id, named])
            } else if listed != nil {
                try db.execute(sql: "UPDATE log SET origin = ? WHERE id = ?", arguments: [origin.text, id])
            } else {
                try db.execute(
                    sql: "INSERT INTO log (id, origin, own, size) VALUES (?, ?, ?, 0)",
                    arguments: [id, origin.text, origin.node == owner])
            }
        }
        for (row, own) in try ListedLogs(db, owner).logs {
            try db.execute(sql: "UPDATE log SET own = ? WHERE id = ? AND own <> ?", arguments: [own, row.id, own])
        }
        // A tree without its log is computed anew from the right one.
        try db.execute(sql: "DELETE FROM sm3_tree WHERE log NOT IN (SELECT id FROM log)")
        return db.totalChangesCount - before
    }

    /// Numbers of logs with the origins that verified checkpoints under them name, the most frequent first.
    private func signedFor() throws -> [(id: Int64, origin: LogOrigin)] {
        var counts: [(id: Int64, origin: LogOrigin, count: Int)] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT log, note FROM checkpoint")
        while let row = try rows.next() {
            guard let id = Int64.fromDatabaseValue(row[0]),
                let origin = origin(signedIn: Data.fromDatabaseValue(row[1]).map(Array.init) ?? [])
            else { continue }
            if let known = counts.firstIndex(where: { $0.id == id && $0.origin == origin }) {
                counts[known].count += 1
            } else {
                counts.append((id, origin, 1))
            }
        }
        return counts.sorted { $0.count > $1.count }.map { ($0.id, $0.origin) }
    }

    private func origin(signedIn note: [UInt8]) -> LogOrigin? {
        guard case .success(let signed) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) }),
            let origin = LogOrigin(signed.origin),
            case .success = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys(origin))
        else { return nil }
        return origin
    }

    private func hasCheckpoints(_ id: Int64) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM checkpoint WHERE log = ?)", arguments: [id]) ?? false
    }

    private func move(from id: Int64, to named: Int64, _ origin: LogOrigin) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT size, note FROM checkpoint WHERE log = ?", arguments: [id])
        for row in rows {
            let note = Data.fromDatabaseValue(row[1]).map(Array.init) ?? []
            guard self.origin(signedIn: note) == origin else { continue }
            try db.execute(
                sql: "UPDATE OR REPLACE checkpoint SET log = ? WHERE log = ? AND size = ?",
                arguments: [named, id, Int.fromDatabaseValue(row[0])])
        }
    }

    /// Takes away rows that belong to no log, once every log is whole without them. Where checkpoints of an unknown
    /// log are kept, something is not understood yet and everything stays.
    func removeStray() throws {
        let orphaned = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM checkpoint WHERE log NOT IN (SELECT id FROM log))")
        guard orphaned != true else { return }
        try db.execute(sql: "DELETE FROM tile_hash WHERE log NOT IN (SELECT id FROM log)")
        try db.execute(sql: "DELETE FROM entry WHERE place >> 40 NOT IN (SELECT id FROM log)")
    }
}
