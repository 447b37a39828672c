import Foundation
import GRDB
import NodeStore
import Testing

/// Lines are added and stay, whoever opens the file.
@Suite("The audit trail")
struct AuditDatabaseTests {
    private static func line(_ who: String) -> AuditRecord {
        AuditRecord(
            at: "2026-11-22T09:00:00+08:00", who: who, role: "approver", act: "accept", subject: "a 2021-04",
            from: "127.0.0.1", outcome: "done", detail: "'; DROP TABLE audit; --")
    }

    @Test("What was added is there after it is opened again, in order")
    func kept() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.folder
        for who in ["a", "b", "c"] { try AuditDatabase(folder).append(Self.line(who)) }
        let trail = try AuditDatabase(folder)
        #expect(try trail.newest(nil).map(\.number) == [1, 2, 3])
        #expect(try trail.newest(2).map(\.record) == [Self.line("b"), Self.line("c")])
    }

    @Test(
        "Nothing is taken away or changed, by no statement",
        arguments: [
            "DELETE FROM audit", "UPDATE audit SET who = 'x'", "UPDATE audit SET number = 9 WHERE number = 1",
            "REPLACE INTO audit SELECT 1, at, 'x', role, act, subject, origin, outcome, detail FROM audit",
        ])
    func fixed(statement: String) throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.folder
        let trail = try AuditDatabase(folder)
        try trail.append(Self.line("a"))
        let other = try DatabaseQueue(path: folder.auditDatabase.path)
        #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: statement) } }
        #expect(try trail.newest(nil).map(\.record) == [Self.line("a")])
    }
}
