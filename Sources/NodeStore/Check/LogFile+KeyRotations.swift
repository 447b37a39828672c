public import Federation
import Foundation
import GRDB

extension LogFile {
    /// An entry that says it changes a key, with checkpoints kept over it.
    public struct KeyRotation: Sendable {
        public let place: EntryReference
        public let entry: [UInt8]
        /// The first notes kept of sizes beyond the entry; not verified.
        public let notes: [[UInt8]]
    }

    /// Notes looked at per rotation: those of the overlap come first.
    private static let mostNotes = 64

    /// What the `common` logs of the file say about changed keys, in order of place; nothing is verified.
    public func keyRotations() throws -> [KeyRotation] {
        try queue.read { db in
            let logs = try Row.fetchAll(db, sql: "SELECT id, origin, size FROM log WHERE origin LIKE '%/common/%'")
            return try logs.flatMap { row -> [KeyRotation] in
                guard let origin = LogOrigin(try row.sound(1, of: "log")) else { return [] }
                let log = LogRow(id: try row.sound(0, of: "log"), origin: origin, size: try row.sound(2, of: "log"))
                let entries = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT place, bytes FROM entry
                        WHERE place >= ? AND place < ? AND instr(bytes, CAST('"kind":"key-rotation"' AS BLOB)) > 0
                        ORDER BY place
                        """, arguments: [LogRow.place(log.id, 0), LogRow.place(log.id, log.size)])
                return try entries.map { entry in
                    let place: Int64 = try entry.sound(0, of: "entry")
                    let bytes: Data = try entry.sound(1, of: "entry")
                    let index = Int(place - LogRow.place(log.id, 0))
                    let notes = try Data.fetchAll(
                        db, sql: "SELECT note FROM checkpoint WHERE log = ? AND size > ? ORDER BY size LIMIT ?",
                        arguments: [log.id, index, Self.mostNotes])
                    return KeyRotation(
                        place: EntryReference(log: origin, index: index), entry: Array(bytes),
                        notes: notes.map(Array.init))
                }
            }.sorted { $0.place < $1.place }
        }
    }
}
