public import Federation
import Foundation
import GRDB
public import TransparencyLog

/// Verified cosignatures of others under own checkpoints, per checkpoint and cosigner a line of each
/// algorithm.
extension LogDatabase {
    /// Keeps what one cosigner said at one time, verified; what it says later takes the place.
    public func keep(
        _ cosignatures: [Cosignature], by cosigner: String, of origin: LogOrigin, size: Int
    ) throws {
        try write { db in
            let log = try LogRow.fetch(db, origin)
            try db.execute(
                sql: """
                    INSERT INTO cosignature (log, size, cosigner, line) VALUES (?, ?, ?, ?)
                    ON CONFLICT (log, size, cosigner) DO UPDATE SET line = excluded.line
                    """,
                arguments: [log.id, size, cosigner, cosignatures.map(\.signature.line).joined(separator: "\n")])
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
        try read { db in
            guard let log = try LogRow.find(db, origin) else { return nil }
            return try Int.fetchOne(
                db, sql: "SELECT max(size) FROM cosignature WHERE log = ? AND cosigner = ?",
                arguments: [log.id, cosigner])
        }
    }
}
