import Federation
import Foundation
import GRDB
import TransparencyLog

/// Adds rows to one log inside the caller's transaction.
struct EntryWriter {
    private let db: Database
    private let log: LogRow

    init(_ db: Database, _ log: LogRow) {
        self.db = db
        self.log = log
    }

    /// The batch has to begin where the stored log ends.
    func write(_ batch: LogBatch) throws {
        guard batch.start == log.size else {
            throw StoreError.outOfSequence(log: log.origin.text, stored: log.size, offered: batch.start)
        }
        let entries = try RowInserter(db, "INSERT INTO entry (place, bytes, leaf) VALUES (?, ?, ?)")
        for (offset, (bytes, leaf)) in zip(batch.entries, batch.leaves).enumerated() {
            try bytes.withUnsafeBytes { bytes in
                try entries.insert([LogRow.place(log.id, batch.start + offset)], bytes, leaf)
            }
        }
        let tiles = try RowInserter(db, "INSERT INTO tile_hash (log, level, idx, hash) VALUES (?, ?, ?, ?)")
        for hash in batch.tileHashes {
            try tiles.insert([log.id, Int64(hash.tileLevel), Int64(hash.index)], nil, hash.hash)
        }
        try db.execute(sql: "UPDATE log SET size = ? WHERE id = ?", arguments: [batch.frontier.size, log.id])
    }

    /// Keeps the signed note for ever: it is the proof of what was said at that size.
    func keep(_ note: [UInt8], size: Int) throws {
        try db.execute(
            sql: "INSERT INTO checkpoint (log, size, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [log.id, size, Data(note)])
    }

    /// Keeps the line of a cosigner under the checkpoint of that size; the first one stays.
    func keep(_ line: String, by cosigner: String, size: Int) throws {
        try db.execute(
            sql: "INSERT INTO cosignature (log, size, cosigner, line) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [log.id, size, cosigner, line])
    }
}
