import Federation
import Foundation
import GRDB
import TransparencyLog

/// A row of table `sm3_tree`.
struct SM3TreeRow {
    /// Entries in the edge, or, where there is none, those the note is signed over.
    let size: Int
    /// As `SM3Frontier.bytes`; `nil` for a mirrored log.
    let edge: [UInt8]?
    let note: [UInt8]?

    static func find(_ db: Database, _ log: Int64) throws -> SM3TreeRow? {
        try Row.fetchOne(db, sql: "SELECT size, edge, note FROM sm3_tree WHERE log = ?", arguments: [log]).map { row in
            SM3TreeRow(
                size: try row.sound(0, of: "sm3_tree"), edge: Data.fromDatabaseValue(row[1]).map(Array.init),
                note: Data.fromDatabaseValue(row[2]).map(Array.init))
        }
    }

    /// The tree that the edge is of; `nil` when there is none or it is not one.
    var frontier: SM3Frontier? { edge.flatMap { SM3Frontier(size: size, bytes: $0) } }

    /// What the note says, its signatures left aside.
    var claim: Checkpoint? {
        note.flatMap { try? SignedNote.parse($0).flatMap { Checkpoint.parse($0.text) }.get() }
    }

    /// The tree to go on with; `nil` when the row contradicts itself.
    var sound: SM3Frontier? {
        guard let frontier else { return nil }
        guard note != nil else { return frontier }
        guard let claim, claim.size <= size else { return nil }
        return claim.size < size || (try? frontier.root()) == claim.root ? frontier : nil
    }

    func write(_ db: Database, _ log: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO sm3_tree (log, size, edge, note) VALUES (?, ?, ?, ?)
                ON CONFLICT (log) DO UPDATE SET size = excluded.size, edge = excluded.edge, note = excluded.note
                """,
            arguments: [log, size, edge.map { Data($0) }, note.map { Data($0) }])
    }
}
