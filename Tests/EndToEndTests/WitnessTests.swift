import Foundation
import Testing

extension EndToEnd {
    /// Every node's witness: cosigns for its neighbours, and finds out who shows different histories to different
    /// people.
    @Suite struct WitnessTests {
        private static let log = "100000.tongzhou.test/common/1"

        /// Comparing every second instead of twice a minute.
        private func federation() async throws -> TestFederation {
            let federation = try await TestFederation()
            for node in federation.nodes {
                let text = Run.text(node.config) + "witness: {interval: 1, stale_after: 2}\n"
                try text.write(toFile: node.config, atomically: true, encoding: .utf8)
            }
            return federation
        }

        private func witnesses(_ node: TestNode, _ channel: String) async throws -> [String] {
            let logs = try await node.done("status")["own_logs"].list
            let log = logs.first { $0["origin"].text == "\(node.name)/\(channel)/1" }
            return log?["cosignatures"].list.map { $0["witness"].text } ?? []
        }

        private func witnessed(_ origin: String, at node: TestNode) async throws -> JSONAnswer {
            try await node.done("witness")["logs"].list.first { $0["origin"].text == origin } ?? JSONAnswer("{}")
        }

        @Test func everyLogIsCosignedByEveryPeerAlsoThoseThatMayNotReadIt() async throws {
            let federation = try await federation()
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(chongqing, hunan, centre)
            try await hunan.register("a")
            for (node, channel) in [(chongqing, "youshui"), (hunan, "common"), (hunan, "youshui"), (centre, "central")]
            {
                let others = federation.nodes.map(\.name).filter { $0 != node.name }.sorted()
                try await Eventually.holds("\(node.name)/\(channel) is cosigned: \(node.log)") {
                    try await witnesses(node, channel) == others
                }
            }
            // Sizes and roots are the log's own, at every witness.
            let own = try #require(
                try await hunan.done("status")["own_logs"].list.first {
                    $0["origin"].text == "\(hunan.name)/common/1"
                })
            for node in [chongqing, centre] {
                let seen = try await witnessed("\(hunan.name)/common/1", at: node)
                #expect(seen["size"].number == own["size"].number && seen["root"].text == own["root"].text)
            }
            for node in federation.nodes {
                #expect(try await node.conditions().filter { $0.hasPrefix("WIT") || $0.hasPrefix("MIR") } == [])
            }
            let text = try await Run.done(["status", "--config", hunan.config]).output
            #expect(text.contains("cosigned by"), "\(text)")
            try await federation.stop()
        }

        /// The centre tells Chongqing one thing while Hunan is away, and Hunan another while Chongqing is away.
        /// Neither has seen anything wrong; only their witnesses have, together.
        @Test func aLogThatShowsTwoHistoriesIsFoundByComparingAndFrozenAtBoth() async throws {
            let federation = try await federation()
            let (chongqing, hunan, centre) = (federation.chongqing, federation.hunan, federation.centre)
            try await federation.start(chongqing, hunan, centre)
            try await centre.register("a")
            for node in [chongqing, hunan] { try await federation.mirrored(Self.log, 2, at: node) }
            try await hunan.stop()
            try await centre.stop()
            let early = try Backup(of: centre, federation.scratch)
            try await centre.start()
            for section in ["b", "c"] { try await centre.register(section) }
            try await federation.mirrored(Self.log, 4, at: chongqing)
            try await chongqing.stop()
            try await centre.stop()

            // Its own check before the first signature would find it out: it asks nobody.
            try early.restoreForged()
            try centre.askNobody(federation.scratch)
            try await federation.start(centre, hunan)
            // Shorter than what Chongqing was told: the sizes differ and the proof has to tell.
            try await centre.register("x")
            try await federation.mirrored(Self.log, 3, at: hunan)
            try await centre.stop()
            #expect(try await hunan.peer(Self.log)["state"].text != "halted")

            // Chongqing holds the larger tree and can tell at once; Hunan as soon as its own branch is as long.
            try await chongqing.start()
            try await Eventually.holds("frozen at Chongqing: \(chongqing.log)") {
                try await chongqing.conditions().contains("MIR-03 \(Self.log)")
            }
            try await centre.start()
            try await centre.register("y")
            for node in [chongqing, hunan] {
                try await Eventually.holds("frozen at \(node.code): \(node.log)") {
                    try await node.conditions().contains("MIR-03 \(Self.log)")
                }
                #expect(try await node.peer(Self.log)["state"].text == "halted")
                let code = try await Run.tongzhou(["status", "--check", "--config", node.config]).exitCode
                #expect(code == 5)
                let kept = try KeptEvidence.all(in: node.folder)
                #expect(kept.contains { $0.origin == Self.log }, "no evidence at \(node.code)")
            }
            // It outlives a restart, and what was verified before is kept as it was.
            for node in [chongqing, hunan] {
                let before = try await node.peer(Self.log)["verified"].number
                #expect(before ?? 0 >= 3)
                try await node.stop()
                try await node.start()
                let peer = try await node.peer(Self.log)
                #expect(peer["state"].text == "halted" && peer["verified"].number == before, "\(peer)")
            }
            try await federation.stop()
        }

        /// aics-tlog makes the trees, proofs and signatures; the answers are those of tlog-witness.
        @Test func answersAnIndependentClientAsSpecified() async throws {
            let federation = try await federation()
            let (server, member) = (federation.chongqing, federation.hunan)
            try await federation.start(server)
            let key = try await server.done("keys")["keys"].list.first { $0["node"].text == server.name }
            let result = try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/witness_client.py"), "--connect",
                    "127.0.0.1:\(server.port)", "--server", server.name, "--cert", federation.certificate(member),
                    "--key", federation.key(member), "--ca", federation.authority, "--origin", "\(member.name)/trial",
                    "--seed", "\(member.folder)/keys/log.key", "--witness-key", key?["witness_key"].text ?? "",
                ])
            #expect(result.exitCode == 0, "\(result)")
            let steps = result.json["steps"].list
            #expect(steps.count == 22, "\(result)")
            for step in steps {
                #expect(step["status"].number == step["expected"].number, "\(step)")
                #expect(step["problem"].text == "", "\(step)")
            }
            // The attempt to have two trees of one size cosigned is kept as evidence.
            let kept = try KeptEvidence.all(in: server.folder)
            #expect(kept.filter { $0.origin == "\(member.name)/trial/1" }.count >= 1)
            #expect(try await server.conditions().contains("MIR-03 \(member.name)/trial/1"))
            try await federation.stop()
        }
    }
}
