public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// What mirrors serve: nothing beyond the last checkpoint that is mirrored in full.
extension LogDatabase {
    /// Runs `body` on a log as its newest kept checkpoint has it, with that note and the lines of `cosigner` under
    /// it; `nil` when the log is not held or has no checkpoint yet.
    public func readSigned<T>(
        _ origin: LogOrigin, cosigner: String, _ body: (StoredLog, _ note: [UInt8], _ line: String?) throws -> T
    ) throws -> T? {
        try read { db in
            let newest = "SELECT size, note FROM checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1"
            guard let log = try LogRow.find(db, origin),
                let row = try Row.fetchOne(db, sql: newest, arguments: [log.id])
            else { return nil }
            let size: Int = try row.sound(0, of: "checkpoint")
            guard size <= log.size else { throw StoreError.damaged("checkpoint") }
            let note: Data = try row.sound(1, of: "checkpoint")
            let line = try String.fetchOne(
                db, sql: "SELECT line FROM cosignature WHERE log = ? AND size = ? AND cosigner = ?",
                arguments: [log.id, size, cosigner])
            return try body(StoredLog(db, log.id, size: size), Array(note), line)
        }
    }

    /// The newest line of `cosigner` under any checkpoint of a log, and the size it stands under.
    public func newestCosignature(_ origin: LogOrigin, cosigner: String) throws -> (size: Int, line: String)? {
        try read { db in
            let sql = """
                SELECT cosignature.size, line FROM cosignature JOIN log ON log.id = cosignature.log
                WHERE origin = ? AND cosigner = ? ORDER BY cosignature.size DESC LIMIT 1
                """
            return try Row.fetchOne(db, sql: sql, arguments: [origin.text, cosigner]).map {
                (try $0.sound(0, of: "cosignature"), try $0.sound(1, of: "cosignature"))
            }
        }
    }

    /// Size and root of the newest signed checkpoint kept of a log.
    public func signedHead(of origin: LogOrigin) throws -> CutLog? {
        guard let note = try read(origin, { try $0.checkpoint() }) ?? nil,
            case .success(let checkpoint) = SignedNote.parse(note).flatMap({ Checkpoint.parse($0.text) })
        else { return nil }
        return CutLog(log: origin, size: checkpoint.size, root: checkpoint.root)
    }

    /// The root that was signed at exactly this size, when a checkpoint of that size was kept.
    public func signedRoot(of origin: LogOrigin, at size: Int) throws -> MerkleHash? {
        let note = try read { db in
            try Data.fetchOne(
                db,
                sql:
                    "SELECT note FROM checkpoint JOIN log ON log.id = checkpoint.log WHERE origin = ? AND checkpoint.size = ?",
                arguments: [origin.text, size])
        }
        guard let note,
            case .success(let checkpoint) = SignedNote.parse(Array(note)).flatMap({ Checkpoint.parse($0.text) })
        else { return nil }
        return checkpoint.root
    }

    /// Keeps a verified checkpoint that the stored entries have already reached.
    public func keep(_ checkpoint: VerifiedCheckpoint, of origin: LogOrigin) throws {
        try write { db in
            let log = try LogRow.fetch(db, origin)
            guard log.size == checkpoint.checkpoint.size else {
                throw StoreError.outOfSequence(
                    log: origin.text, stored: log.size, offered: checkpoint.checkpoint.size)
            }
            try EntryWriter(db, log).keep(checkpoint.note, size: log.size)
        }
    }
}
