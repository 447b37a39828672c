import Compensation
import Federation
import Foundation
import Presentation
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

    private func findings(_ node: Node) async throws -> [String] {
        try await LogAuditor(node: node).report().audits.map {
            "\($0.origin.channel.text) \($0.size) \($0.finding.rawValue)"
        }
    }

    @Test("Untouched logs are sound")
    func sound() async throws {
        let node = try await node()
        #expect(try await findings(try node.open()) == ["common 3 sound", "youshui 1 sound"])
        #expect(try await node.perform(.verifyLogs).exitCode == ExitCode.done)
    }

    /// Places are numbered from 2^40 times the log's number on.
    private static let second = "WHERE place = (SELECT (id << 40) + 1 FROM log WHERE origin LIKE '%/common/1')"

    /// Done while the node is open, because opening refuses some of it.
    @Test(
        "Damage is found",
        arguments: [
            ("UPDATE entry SET bytes = x'7b7d' \(second)", "common 3 leaf-differs"),
            ("UPDATE entry SET leaf = leaf(x'') \(second)", "common 3 leaf-differs"),
            ("UPDATE entry SET bytes = x'7b7d', leaf = leaf(x'7b7d') \(second)", "common 3 root-differs"),
            ("UPDATE checkpoint SET note = x'00'", "common 3 note-invalid"),
            ("DELETE FROM checkpoint", "common 3 root-differs"),
            ("DELETE FROM entry \(second)", "common 2 root-differs"),
            ("DELETE FROM entry WHERE place & 1099511627775 > 0", "common 1 root-differs"),
        ])
    func damage(sql: String, expected: String) async throws {
        let node = try await node()
        let open = try node.open()
        try Sqlite.execute(sql, in: node.home)
        #expect(try await findings(open).first == expected)
        let outcome = await CommandDesk(node: open, running: true).perform(.verifyLogs, .zh, format: .table)
        #expect(outcome.exitCode == ExitCode.integrity)
    }
}
