import Compensation
import Federation
import Foundation
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// A second machine has the key and the history of Chongqing, and somebody submits what it signs to Chongqing's own
/// witness.
@Suite("The own witness and the own logs")
struct OwnLogWitnessTests {
    private let folder: Folder
    private let nodes: SeparateNodes
    private let origin: LogOrigin
    private let chongqing: Node
    private let hunan: Node
    private let twin: Node

    init() async throws {
        folder = try Folder()
        origin = try #require(LogOrigin("500000.tongzhou.test/common/1"))
        let prepared = folder.url.appending(path: "prepared")
        try await SeparateNodes.prepare(prepared)
        nodes = try SeparateNodes(prepared, .wire, in: folder.url)
        try await nodes.exchange()
        chongqing = try nodes.node("500000")
        hunan = try nodes.node("430000")
        twin = try nodes.twin(of: "500000")
    }

    private func grow(_ node: Node, _ id: String) async throws {
        var form = LocalNode.liye
        form.id = "500000-\(id)"
        let outcome = await CommandDesk(node: node, running: true).perform(.addSection(form), .en, format: .json)
        try #require(outcome.exitCode == 0, "\(outcome)")
    }

    /// Hunan submits the newest checkpoint of a node's log to Chongqing's witness, with a proof from `old`.
    private func submit(_ node: Node, from old: Int) async throws -> WitnessAnswer {
        let submission = try await node.submission(of: origin, to: hunan.member, from: old, cosigned: nil)
        return try await chongqing.addCheckpoint(try #require(submission).body, from: hunan.member.node)
    }

    private func signing() async throws -> [String] {
        let outcome = await CommandDesk(node: chongqing, running: true).perform(
            .status(check: false), .en, format: .json)
        let status = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let conditions = try #require(status["conditions"] as? [[String: Any]])
        return conditions.compactMap { $0["code"] as? String }.filter { $0.hasPrefix("SIG") }
    }

    @Test("What this node has signed is cosigned, whoever brings it")
    func ownHistory() async throws {
        try await grow(chongqing, "a")
        #expect(try await submit(chongqing, from: 2).status == 200)
        #expect(try await signing() == [])
    }

    @Test("A larger tree than this node has signed is not cosigned, and stops it from signing as a key in two places")
    func aLargerTree() async throws {
        try await grow(twin, "a")
        let answer = try await submit(twin, from: 1)
        #expect(answer.status == 422 && answer.body == Array("witness-not-signed-here\n".utf8), "\(answer)")
        #expect(try chongqing.database.witnessed(origin)?.size == 1)
        #expect(
            await chongqing.clearance.verdict
                == .elsewhere(SigningClearance.Missing(log: origin, size: 2, peer: hunan.member.node)))
        #expect(try await signing() == ["SIG-03"])
    }

    @Test("Another tree of the same size is not cosigned, and the two notes are kept as evidence")
    func anotherTree() async throws {
        try await grow(twin, "a")
        try await grow(chongqing, "b")
        let answer = try await submit(twin, from: 2)
        #expect(answer.status == 422 && answer.body == Array("witness-not-signed-here\n".utf8), "\(answer)")
        #expect(try await signing() == ["SIG-04"])
        #expect(try chongqing.database.evidence().count == 1)
    }
}
