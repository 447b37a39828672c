import Federation
import Foundation
import GRDB
import TransparencyLog

/// A row of table `checkpoint` and what it says, if it says anything.
struct KeptCheckpoint {
    let size: Int
    let note: [UInt8]
    let verdict: Result<VerifiedCheckpoint, NoteFinding>

    /// The checkpoints kept for a log at sizes in `sizes`, in order of size.
    static func fetch(
        _ db: Database, _ log: Int64, _ origin: LogOrigin, _ keys: NoteKeys, sizes: ClosedRange<Int>
    ) throws -> [KeptCheckpoint] {
        let statement = try db.cachedStatement(
            sql: "SELECT size, note FROM checkpoint WHERE log = ? AND size BETWEEN ? AND ? ORDER BY size")
        return try Row.fetchAll(statement, arguments: [log, sizes.lowerBound, sizes.upperBound]).map { row in
            let note = Data.fromDatabaseValue(row[1]).map(Array.init) ?? []
            return KeptCheckpoint(size: Int.fromDatabaseValue(row[0]) ?? -1, note: note, origin, keys)
        }
    }

    /// The one with the largest size that verifies.
    static func newestSound(
        _ db: Database, _ log: Int64, _ origin: LogOrigin, _ keys: NoteKeys
    ) throws -> VerifiedCheckpoint? {
        let sizes = try Int.fetchCursor(
            db, sql: "SELECT size FROM checkpoint WHERE log = ? ORDER BY size DESC", arguments: [log])
        while let size = try sizes.next() {
            for kept in try fetch(db, log, origin, keys, sizes: size...size) where kept.damage(origin) == nil {
                return try? kept.verdict.get()
            }
        }
        return nil
    }

    private init(size: Int, note: [UInt8], _ origin: LogOrigin, _ keys: NoteKeys) {
        self.size = size
        self.note = note
        verdict = VerifiedCheckpoint.open(note: note, origin: origin.text, keys: keys)
    }

    /// What is wrong with the row by itself, the tree left aside.
    func damage(_ origin: LogOrigin) -> Damage? {
        switch verdict {
        case .failure(let finding):
            return Damage(
                .checkpointInvalid, log: origin, .checkpoint(size: size), expected: "a note signed by the log's key",
                found: "\(finding.code) \(finding.detail)")
        case .success(let verified) where verified.checkpoint.size != size:
            return Damage(
                .checkpointInvalid, log: origin, .checkpoint(size: size), expected: "size \(size)",
                found: "size \(verified.checkpoint.size)")
        case .success(let verified) where verified.note != note:
            return Damage(
                .checkpointInvalid, log: origin, .checkpoint(size: size), expected: "verified signature lines only",
                found: "other lines")
        case .success: return nil
        }
    }
}
