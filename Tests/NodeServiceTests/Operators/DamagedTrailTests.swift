import Compensation
import Foundation
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// The logs are backed up whatever has become of the audit trail.
@Suite("A damaged audit trail")
struct DamagedTrailTests {
    @Test("It is told, kept byte for byte under another name, and put back by no restore")
    func isKeptBesideTheBackup() async throws {
        let local = try await LocalNode()
        let configuration = try NodeConfiguration(contentsOf: local.home.appending(path: "node.yaml"))
        let trail = DataFolder(configuration.data).auditDatabase
        try AuditDatabase(DataFolder(configuration.data)).append(
            AuditRecord(
                at: "2026-11-22T09:00:00+08:00", who: "zhang", role: "approver", act: "accept", subject: "",
                from: "127.0.0.1", outcome: "done", detail: ""))
        var damaged = try Data(contentsOf: trail)
        damaged.replaceSubrange(0..<16, with: Data(count: 16))
        try damaged.write(to: trail)
        func beside(_ ending: String) -> URL { local.folder.url.appending(path: "b\(ending)") }
        func isThere(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

        let desk = BackupDesk(configuration)
        let planned = try desk.backup(to: beside(".sqlite"), dryRun: true, .en, format: .table)
        #expect(planned.exitCode == ExitCode.attention && planned.output.contains("audit trail is damaged"))
        #expect(!isThere(beside(".sqlite")) && !isThere(beside("-audit-damaged.sqlite")))
        let written = try desk.backup(to: beside(".sqlite"), dryRun: false, .zh, format: .table)
        #expect(written.exitCode == ExitCode.attention && written.output.contains("操作记录已损坏"), "\(written)")
        #expect(isThere(beside(".sqlite")) && !isThere(beside("-audit.sqlite")))
        #expect(try Data(contentsOf: beside("-audit-damaged.sqlite")) == damaged)

        try FileManager.default.removeItem(at: trail)
        let restored = try desk.restore(
            from: beside(".sqlite"), replace: true, dryRun: false, .en, format: .table)
        #expect(restored.exitCode == ExitCode.done && restored.output.contains("is not put in place"), "\(restored)")
        #expect(!isThere(trail))
    }

    @Test("A write-ahead log that is gone when it is to be copied is no error: the node was stopped meanwhile")
    func nodeStoppedMeanwhile() async throws {
        let local = try await LocalNode()
        let folder = DataFolder(try NodeConfiguration(contentsOf: local.home.appending(path: "node.yaml")).data)
        let (trail, log) = (folder.auditDatabase, URL(filePath: folder.auditDatabase.path + "-wal"))
        let damaged = Data(repeating: 7, count: 4096)
        try damaged.write(to: trail)
        try Data("not moved into the database yet".utf8).write(to: log)
        let backup = DeskBackup(folder, beside: local.folder.url.appending(path: "b.sqlite"))
        let planned = try backup.plan()
        try #require(planned.map(\.kind) == [.damagedAudit, .damagedAudit])
        try FileManager.default.removeItem(at: log)
        let written = try backup.write(planned)
        #expect(written.count == 1)
        #expect(try Data(contentsOf: local.folder.url.appending(path: "b-audit-damaged.sqlite")) == damaged)
    }
}
