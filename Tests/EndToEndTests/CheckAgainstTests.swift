import Foundation
import Testing

extension EndToEnd {
    /// `check --against`: what a peer holds beside what is stored here.
    @Suite struct CheckAgainstTests {
        private static let common = "500000.tongzhou.test/common/1"
        private static let central = "100000.tongzhou.test/common/1"

        private struct Outcome {
            let exitCode: Int32
            let proven: Int?
            /// `code log: expected / found`.
            let findings: [String]
        }

        private func check(_ node: TestNode, against peer: TestNode) async throws -> Outcome {
            let result = try await node.command("check", "--against", peer.code)
            let findings = result.json["findings"].list.map {
                "\($0["code"].text) \($0["log"].text): \($0["expected"].text) / \($0["found"].text)"
            }
            return Outcome(exitCode: result.exitCode, proven: result.json["proven"].number, findings: findings)
        }

        /// Size and root of one log at one node, written as findings write them.
        private func head(_ origin: String, at node: TestNode) throws -> String {
            let log = try #require(try KeptLog.all(in: node.folder).first { $0.origin == origin })
            return
                "\(log.entries.count) \(ReferenceRoot.of(log.entries[...]).map { String(format: "%02x", $0) }.joined())"
        }

        @Test func aPeerThatAgreesIsProvenWhicheverOfTheTwoIsLonger() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(node, hunan, federation.centre)
            try await node.register("a")
            try await federation.mirrored(Self.common, 2, at: hunan)
            try await federation.mirrored("\(hunan.name)/common/1", 1, at: node)
            let running = try await check(node, against: hunan)
            #expect(running.exitCode == 0 && running.findings == [] && running.proven ?? 0 >= 2, "\(running)")

            // The peer's own log goes on while this node is away: longer there is no finding, and is proven.
            try await node.stop()
            for section in ["b", "c", "d"] { try await hunan.register(section) }
            let behind = try await check(node, against: hunan)
            #expect(behind.exitCode == 0 && behind.findings == [] && behind.proven ?? 0 >= 2, "\(behind)")
            let text = try await Run.tongzhou(["check", "--against", hunan.code, "--config", node.config])
            #expect(text.output.contains("compared with \(hunan.name)"), "\(text)")
            try await federation.stop()
        }

        /// An old backup was put back: the peer's mirror still has what is missing.
        @Test func aPeerThatHoldsMoreOfTheOwnLog() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(node, hunan)
            try await node.register("a")
            try await node.stop()
            let early = try Backup(of: node, federation.scratch)
            let before = try head(Self.common, at: node)
            try await node.start()
            for section in ["b", "c"] { try await node.register(section) }
            try await federation.mirrored(Self.common, 4, at: hunan)
            try await node.stop()
            let after = try head(Self.common, at: node)
            #expect(try await check(node, against: hunan).findings == [])

            try early.restore()
            let outcome = try await check(node, against: hunan)
            #expect(outcome.exitCode == 5, "\(outcome)")
            #expect(outcome.findings == ["peer-holds-more \(Self.common): \(before) / \(hunan.name): \(after)"])
            let text = try await Run.tongzhou(["check", "--against", hunan.code, "--config", node.config])
            #expect(!text.output.contains("tongzhou repair"), "nothing stored is damaged: \(text)")
            try await federation.stop()
        }

        /// The centre goes on from an old state in another way, and in the end from the old state alone.
        @Test func aPeerThatContradicts() async throws {
            let federation = try await TestFederation()
            let (node, centre) = (federation.chongqing, federation.centre)
            try await federation.start(node, centre)
            try await centre.stop()
            let early = try Backup(of: centre, federation.scratch)
            try await centre.start()
            for section in ["a", "b"] { try await centre.register(section) }
            try await federation.mirrored(Self.central, 3, at: node)
            try await node.stop()
            try await centre.stop()
            let held = try head(Self.central, at: node)

            try early.restoreForged()
            try centre.askNobody(federation.scratch)
            try await centre.start()
            // Shorter, and no other history: taken back all the same.
            try await isFound("peer-holds-less", held, at: node, by: centre)
            // Shorter, of the same size, longer: each another history.
            for section in ["x", "y", "z"] {
                try await centre.register(section)
                try await isFound("peer-contradicts", held, at: node, by: centre)
            }
            try await federation.stop()
        }

        private func isFound(_ code: String, _ held: String, at node: TestNode, by peer: TestNode) async throws {
            let outcome = try await check(node, against: peer)
            let shown = try await peer.done("status")["own_logs"].list.first { $0["origin"].text == Self.central }
            let found = "\(peer.name): \(shown?["size"].number ?? 0) \(shown?["root"].text ?? "")"
            #expect(outcome.exitCode == 5, "\(outcome)")
            #expect(outcome.findings == ["\(code) \(Self.central): \(held) / \(found)"])
        }

        @Test func aPeerThatCannotBeReachedOrIsNone() async throws {
            let federation = try await TestFederation()
            let (node, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(node, hunan)
            try await federation.mirrored("\(hunan.name)/common/1", 1, at: node)
            try await hunan.stop()
            let outcome = try await check(node, against: hunan)
            #expect(outcome.exitCode == 3 && outcome.proven == 0, "\(outcome)")
            #expect(!outcome.findings.isEmpty && outcome.findings.allSatisfy { $0.hasPrefix("peer-silent ") })
            let stranger = try await node.command("check", "--against", "999999")
            #expect(stranger.exitCode == 6 && stranger.errors.contains(hunan.name), "\(stranger)")
            try await federation.stop()
        }
    }
}
