public import Federation
import Foundation
import GRDB
import TransparencyLog

/// Proven contradictions, kept for ever as the documents that anyone can check.
extension LogDatabase {
    /// Keeps a document that proves; anything else is refused, because the table is shown to others as proof.
    /// Returns whether it was new.
    @discardableResult
    public func keep(_ evidence: Evidence, at: Timestamp) throws -> Bool {
        _ = try evidence.examine().get()
        return try write { db in
            try db.execute(
                sql: """
                    INSERT INTO evidence (digest, origin, kind, document, since) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (digest) DO NOTHING
                    """,
                arguments: [
                    evidence.digest.hex, evidence.origin.text, Evidence.kind, Data(evidence.bytes), at.text,
                ])
            return db.changesCount > 0
        }
    }

    /// All documents with the time they were first kept, in order of origin, then of digest.
    public func evidence() throws -> [(evidence: Evidence, since: Timestamp)] {
        let rows = try read { db in
            try Row.fetchAll(db, sql: "SELECT document, since FROM evidence ORDER BY origin, digest")
        }
        return try rows.compactMap { row in
            let document: Data = try row.sound(0, of: "evidence")
            return try Timestamp(row.sound(1, of: "evidence")).map { (try Evidence.parse(Array(document)).get(), $0) }
        }
    }
}
