import Compensation
import Federation
import Foundation
import Testing

@testable import NodeService

/// Damage of the database file, done with a stranger's tool.
@Suite("The audit of stored logs")
struct LogAuditorTests {
    private func node() async throws -> LocalNode {
        let node = try await LocalNode()
        _ = try await node.perform(.addSection(LocalNode.liye))
        _ = try await node.perform(.importReadings(LocalNode.file("april.csv", try Repository.liye())))
        return node
    }

    private func findings(_ node: LocalNode) async throws -> [String] {
        let report = try await LogAuditor(node: try node.open()).report()
        return report.audits.map { "\($0.origin.channel.text) \($0.size) \($0.finding.rawValue)" }
    }

    @Test("Untouched logs are sound")
    func sound() async throws {
        let node = try await node()
        #expect(try await findings(node) == ["common 3 sound", "youshui 1 sound"])
        #expect(try await node.perform(.verifyLogs).exitCode == ExitCode.done)
    }

    /// Places are numbered from 2^40 times the log's number on.
    private static let second = "WHERE place = (SELECT (id << 40) + 1 FROM log WHERE origin LIKE '%/common/1')"

    @Test(
        "Damage is found",
        arguments: [
            ("UPDATE entry SET bytes = x'7b7d' \(second)", "common 3 leaf-differs"),
            ("UPDATE entry SET leaf = leaf(x'') \(second)", "common 3 leaf-differs"),
            ("UPDATE entry SET bytes = x'7b7d', leaf = leaf(x'7b7d') \(second)", "common 3 root-differs"),
            ("UPDATE checkpoint SET note = x'00'", "common 3 note-invalid"),
            ("DELETE FROM checkpoint", "common 3 root-differs"),
        ])
    func damage(sql: String, expected: String) async throws {
        let node = try await node()
        try Sqlite.execute(sql, in: node.home)
        #expect(try await findings(node).first == expected)
        #expect(try await node.perform(.verifyLogs).exitCode == ExitCode.integrity)
    }

    @Test("Entries that went missing while the node runs are found")
    func missing() async throws {
        let node = try await node()
        let open = try node.open()
        try Sqlite.execute("DELETE FROM entry \(Self.second)", in: node.home)
        let report = try await LogAuditor(node: open).report()
        #expect(report.audits.first.map { $0.finding != .sound } == true)
        #expect(!report.isSound)
    }
}
