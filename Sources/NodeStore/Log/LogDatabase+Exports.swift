public import Federation
import GRDB
import TransparencyLog

/// How far peers have been given logs in bundle files.
extension LogDatabase {
    /// The size up to which `peer` has been given `origin`; 0 when never.
    public func exported(_ origin: LogOrigin, to peer: NodeName) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT size FROM exported WHERE peer = ? AND origin = ?",
                arguments: [peer.text, origin.text]) ?? 0
        }
    }

    /// Remembers that a finished bundle for `peer` reaches as far as these logs say.
    public func rememberExport(_ logs: [BundleLog], to peer: NodeName) throws {
        try write { db in
            for log in logs {
                try db.execute(
                    sql: """
                        INSERT INTO exported (peer, origin, size) VALUES (?, ?, ?)
                        ON CONFLICT (peer, origin) DO UPDATE SET size = max(size, excluded.size)
                        """,
                    arguments: [peer.text, log.origin.text, log.to])
            }
        }
    }
}
