import Compensation
import Federation
import Testing
import TransparencyLog

@testable import NodeService

/// An empty ledger of a node that never reached the centre is not the centre's ledger.
@Suite("How fresh the pages of a new node are")
struct SiteFreshnessTests {
    private static func ledger(_ node: Node) async throws -> String {
        let site = PublicSite(node, channels: [.common, .central])
        guard case .content(let content) = try await site.answer(.page(.zh, ["ledger"]), preferred: .zh) else {
            Issue.record("there is no page")
            return ""
        }
        return String(decoding: content.bytes, as: UTF8.self)
    }

    @Test("Logs that were never heard of are named until they are")
    func neverHeard() async throws {
        let folder = try Folder()
        let nodes = try await RiverNodes(["500000", "430000"], channel: "youshui", in: folder.url)
        let node = try nodes.node("500000")
        let before = try await Self.ledger(node)
        #expect(before.contains("台账尚无条目") && before.contains("本页内容可能不是最新"), "\(before)")
        for log in ["100000.tongzhou.test/common/1", "100000.tongzhou.test/central/1", "430000.tongzhou.test/common/1"]
        {
            #expect(before.contains("\(log)（最近联系：启动以来尚未联系上）"), "\(log) in \(before)")
        }
        #expect(!before.contains("youshui/1"), "not of the channels that are shown")

        for origin in node.peers.flatMap(\.logs) { await node.heard(from: origin) }
        let after = try await Self.ledger(node)
        #expect(!after.contains("本页内容可能不是最新"), "\(after)")
    }
}
