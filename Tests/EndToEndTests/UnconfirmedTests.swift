import Foundation
import Testing

extension EndToEnd {
    /// A backup put back while the only neighbour that holds the last entries is away (fault F5).
    @Suite struct UnconfirmedTests {
        private static let common = "500000.tongzhou.test/common/1"

        @Test func aRestoredNodeWaitsForEveryPeer() async throws {
            let federation = try await TestFederation()
            let (node, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(node, hunan, centre)
            try await node.register("a")
            for peer in [hunan, centre] { try await federation.mirrored(Self.common, 2, at: peer) }
            let file = federation.scratch("backup.sqlite")
            try await node.done("backup", file)
            // Said while the centre is away, and heard by Hunan alone.
            try await centre.stop()
            try await node.register("b")
            try await federation.mirrored(Self.common, 3, at: hunan)
            try await node.stop()
            try await hunan.stop()
            let signed = try KeptLog.own(Self.common, in: node.folder).entries

            try await node.done("restore", file, "--replace")
            let mark = "\(node.folder)/unconfirmed"
            #expect(FileManager.default.fileExists(atPath: mark))
            try await federation.start(centre, node)
            try await waits(node, for: hunan.name)
            // Over a restart too, and the one that has answered is not enough.
            try await node.stop()
            try await node.start()
            try await waits(node, for: hunan.name)
            #expect(node.log.contains("warning peers-unanswered") && node.log.contains("detail=\(hunan.name)"))
            #expect(try KeptLog.own(Self.common, in: node.folder).entries == Array(signed.prefix(2)))

            try await federation.start(hunan)
            try await Eventually.holds("recovered: \(node.log)") {
                let (size, conditions) = (try await node.ownSize("common"), try await node.conditions())
                return size == 3 && !conditions.contains { $0.hasPrefix("SIG-") }
            }
            #expect(try KeptLog.own(Self.common, in: node.folder).entries == signed)
            #expect(!FileManager.default.fileExists(atPath: mark))
            try await node.register("c")
            for peer in [hunan, centre] {
                try await federation.mirrored(Self.common, 4, at: peer)
                #expect(try await !peer.conditions().contains { $0.hasPrefix("MIR-") })
            }

            // Nobody else is needed when the operator says so, and the word holds for one run.
            try await node.stop()
            try await hunan.stop()
            try await node.done("restore", file, "--replace")
            try await node.startUnconfirmed()
            try await Eventually.holds("level with the centre: \(node.log)") { try await node.ownSize("common") == 4 }
            #expect(node.log.contains("warning sign-unconfirmed"))
            try await node.register("d")
            #expect(!FileManager.default.fileExists(atPath: mark))
            try await federation.stop()
        }

        private func waits(_ node: TestNode, for peer: String) async throws {
            try await Eventually.holds("waits for \(peer): \(node.log)") {
                try await node.done("status")["conditions"].list.contains {
                    $0["code"].text == "SIG-01" && $0["detail"].text == peer
                }
            }
            let refused = try await node.say("x")
            #expect(refused.exitCode == 3 && refused.errors.contains(peer), "\(refused)")
            #expect(refused.errors.contains("serve --sign-unconfirmed"), "\(refused)")
        }
    }
}
