import Foundation
import GRDB

/// `audit.sqlite`: who did what at the desk. Lines are only ever added; triggers refuse everything else.
public final class AuditDatabase: Sendable {
    private let queue: DatabaseQueue

    private static let tables = """
        CREATE TABLE IF NOT EXISTS audit (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
          origin TEXT NOT NULL, outcome TEXT NOT NULL, detail TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER IF NOT EXISTS audit_kept BEFORE DELETE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS audit_fixed BEFORE UPDATE ON audit
          BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        CREATE TRIGGER IF NOT EXISTS audit_once BEFORE INSERT ON audit
          WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)
          BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
        """

    /// Of the statements above.
    static let triggerCount = 3

    /// Opens the trail of a folder, or begins it. Throws `StoreError`.
    public init(_ folder: DataFolder) throws {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        do {
            if !FileManager.default.fileExists(atPath: folder.auditDatabase.path) {
                try DurableFile.create(folder.auditDatabase)
            }
            queue = try DatabaseQueue(path: folder.auditDatabase.path, configuration: configuration)
            try queue.write { try $0.execute(sql: Self.tables) }
        } catch let error as DatabaseError {
            throw StoreError(full: error) ?? StoreError.unreadable(folder.auditDatabase.path, "\(error)")
        }
    }

    /// On the disk when it returns.
    public func append(_ record: AuditRecord) throws {
        do {
            try queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO audit (at, who, role, act, subject, origin, outcome, detail)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        record.at, record.who, record.role, record.act, record.subject, record.from, record.outcome,
                        record.detail,
                    ])
            }
        } catch let error as DatabaseError {
            throw StoreError(full: error) ?? StoreError.io("\(error)")
        }
    }

    /// The newest lines, oldest first; `nil`: all.
    public func newest(_ count: Int?) throws -> [(number: Int, record: AuditRecord)] {
        try queue.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit ORDER BY number DESC LIMIT ?", arguments: [count ?? -1]
            ).reversed().map { row in
                (
                    row["number"],
                    AuditRecord(
                        at: row["at"], who: row["who"], role: row["role"], act: row["act"], subject: row["subject"],
                        from: row["origin"], outcome: row["outcome"], detail: row["detail"])
                )
            }
        }
    }
}
