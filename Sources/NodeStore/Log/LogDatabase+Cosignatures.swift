public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// Verified cosignatures of others under own checkpoints, one line per checkpoint and cosigner.
extension LogDatabase {
    /// Keeps a verified cosignature; a later one by the same cosigner takes its place.
    public func keep(_ cosignature: Cosignature, of origin: LogOrigin, size: Int) throws {
        try pool.write { db in
            let log = try LogRow.fetch(db, origin)
            try db.execute(
                sql: """
                    INSERT INTO cosignature (log, size, cosigner, line) VALUES (?, ?, ?, ?)
                    ON CONFLICT (log, size, cosigner) DO UPDATE SET line = excluded.line
                    """,
                arguments: [log.id, size, cosignature.cosigner, cosignature.signature.line])
        }
    }

    /// The newest checkpoint of a log and, without their newlines, the cosignature lines kept for it, in order of
    /// cosigner; `nil` when there is none.
    public func cosigned(_ origin: LogOrigin) throws -> (note: [UInt8], lines: [String])? {
        try read(origin) { stored in
            guard let note = try stored.checkpoint() else { return nil }
            return (note, try stored.cosignatures())
        } ?? nil
    }

    /// The largest size of a log that a cosigner's line is kept for.
    public func largestCosigned(_ origin: LogOrigin, by cosigner: String) throws -> Int? {
        try pool.read { db in
            guard let log = try LogRow.find(db, origin) else { return nil }
            return try Int.fetchOne(
                db, sql: "SELECT max(size) FROM cosignature WHERE log = ? AND cosigner = ?",
                arguments: [log.id, cosigner])
        }
    }
}
