public import Federation
import Foundation
import GRDB

/// What mirrors found wrong with their origins; survives restarts, so a frozen peer stays frozen.
extension LogDatabase {
    /// Keeps a finding with both notes. A log has at most one open finding: the first one stays, except that a
    /// fork, which is final, takes the place of whatever was open.
    public func halt(_ origin: LogOrigin, _ finding: MirrorFinding, note: [UInt8], known: [UInt8]?, at: Timestamp)
        throws
    {
        try write { db in
            let log = try LogRow.fetch(db, origin)
            if finding.isFinal {
                try db.execute(
                    sql: "UPDATE finding SET healed = ? WHERE log = ? AND healed IS NULL AND code <> ?",
                    arguments: [at.text, log.id, finding.code.rawValue])
            }
            try db.execute(
                sql: """
                    INSERT INTO finding (log, code, detail, known_note, offending_note, since)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    log.id, finding.code.rawValue, finding.detail, known.map { Data($0) }, Data(note), at.text,
                ])
        }
    }

    /// The origin has shown a history that continues the mirrored one again.
    public func heal(_ origin: LogOrigin, at: Timestamp) throws {
        try write { db in
            let log = try LogRow.fetch(db, origin)
            try db.execute(
                sql: "UPDATE finding SET healed = ? WHERE log = ? AND healed IS NULL", arguments: [at.text, log.id])
        }
    }

    /// The note that the open finding of a log was made at, when the finding has this code.
    public func offendingNote(_ origin: LogOrigin, _ code: MirrorFinding.Code) throws -> [UInt8]? {
        try read { db in
            let sql = """
                SELECT finding.offending_note FROM finding JOIN log ON log.id = finding.log
                WHERE log.origin = ? AND finding.healed IS NULL AND finding.code = ?
                """
            return try Data.fetchOne(db, sql: sql, arguments: [origin.text, code.rawValue]).map(Array.init)
        }
    }

    /// The open finding of a log.
    public func finding(_ origin: LogOrigin) throws -> (finding: MirrorFinding, since: Timestamp)? {
        try read { db in
            let sql = """
                SELECT finding.code, finding.detail, finding.since FROM finding JOIN log ON log.id = finding.log
                WHERE log.origin = ? AND finding.healed IS NULL
                """
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [origin.text]) else { return nil }
            // One that cannot be read is not none: a frozen log would thaw.
            guard let code = MirrorFinding.Code(rawValue: try row.sound(0, of: "finding")),
                let since = Timestamp(try row.sound(2, of: "finding"))
            else { throw StoreError.damaged("finding") }
            return (MirrorFinding(code, try row.sound(1, of: "finding")), since)
        }
    }
}
