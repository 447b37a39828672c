import Compensation
import Foundation
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// The logs are backed up whatever has become of the list of operators, and of its secrets nothing gets out.
@Suite("A damaged list of operators")
struct DamagedAccountsTests {
    private let local: LocalNode
    private let configuration: NodeConfiguration
    private let folder: DataFolder
    private let list: URL

    init() async throws {
        local = try await LocalNode()
        configuration = try NodeConfiguration(contentsOf: local.home.appending(path: "node.yaml"))
        folder = DataFolder(configuration.data)
        list = folder.url.appending(path: "operators.json")
    }

    private func beside(_ ending: String) -> URL { local.folder.url.appending(path: "b\(ending)") }
    private func isThere(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    @Test("It is told and left out")
    func isLeftOut() throws {
        let damaged = Data(#"[{"name":"zhang","role":"approver","codes":"c2VjcmV0LW9mLXpoYW5n","added":"#.utf8)
        try damaged.write(to: list)
        let desk = BackupDesk(configuration)
        let planned = try desk.backup(to: beside(".sqlite"), dryRun: true, .en, format: .table)
        #expect(planned.exitCode == ExitCode.attention && planned.output.contains("cannot be read"), "\(planned)")
        #expect(!isThere(beside(".sqlite")))
        let written = try desk.backup(to: beside(".sqlite"), dryRun: false, .zh, format: .table)
        #expect(written.exitCode == ExitCode.attention && written.output.contains("无法读取"), "\(written)")
        #expect(isThere(beside(".sqlite")) && !isThere(beside("-operators.json")))
        #expect(!"\(planned)\(written)".contains("c2VjcmV0"))
        #expect(try Data(contentsOf: list) == damaged)
    }

    @Test("So it is when the damage comes after the plan")
    func damagedMeanwhile() throws {
        let account = OperatorAccount(name: "zhang", role: .approver, certificate: nil, added: "2026-11-22")
        try JSONEncoder().encode([account]).write(to: list)
        let backup = DeskBackup(folder, beside: beside(".sqlite"))
        let planned = try backup.plan()
        #expect(planned.map(\.kind) == [.operators] && planned.allSatisfy { $0.damage == nil && $0.records == 1 })
        try Data("[".utf8).write(to: list)
        let written = try backup.write(planned)
        #expect(written.map(\.kind) == [.damagedOperators] && written.allSatisfy { $0.damage != nil })
        #expect(!isThere(beside("-operators.json")))
    }
}
