import Foundation
import Testing

extension EndToEnd {
    /// What the centre has refused is no end: both provinces show it, compute anew from what has changed, accept, and
    /// the centre's later verdict records it. The centre's words are written by another implementation, so that it can
    /// refuse what an honest one would have verified.
    @Suite struct RefusalTests {
        private static let log = "100000.tongzhou.test/central/1"
        private static let period = "2021-04"
        private static let title = "断面,监测时间,状态,pH,DO,codmn,nh3n,tp\n"

        @Test func aRefusedSettlementIsProposedAnewAndVerified() async throws {
            let federation = try await TestFederation()
            let (chongqing, hunan) = (federation.chongqing, federation.hunan)
            try await federation.start(chongqing, hunan)
            try await federation.agree()
            try await chongqing.done(
                "import",
                try federation.scratch.write(
                    "april.csv", Self.title + "里耶镇,2021-04-01 08:00,正常,7.68,8.82,2.79,0.025,0.034\n"))
            let first = try await accepted(federation)

            let refusal = try entry(
                "verdict",
                try key(first.digest, federation).merging([
                    "acceptances": first.acceptances, "conclusion": "refused-digest-differs",
                ]) { $1 })
            let centre = try await central([refusal], federation)
            for node in [chongqing, hunan] {
                try await federation.settlement("refused", at: node)
                let settlement = try await node.done("settlements")["settlements"][0]
                #expect(settlement["must_act"].list.map { $0["act"].text } == ["resolve", "resolve"], "\(settlement)")
                let shown = try await Run.tongzhou(
                    ["settlements", "show", "youshui-2019", Self.period, "--lang", "zh", "--config", node.config])
                #expect(shown.output.contains("核验未通过"), "\(shown)")
                // It does not follow, and the node says so.
                #expect(try await node.conditions().contains("CEN-01 youshui-2019 \(Self.period)"))
            }
            // Accepting what was refused changes nothing.
            let again = try await hunan.command("accept", "youshui-2019", Self.period)
            #expect(again.output.contains("accepted already"), "\(again)")
            try await federation.settlement("refused", at: hunan)

            // Chongqing corrects, Hunan endorses; the nodes propose anew.
            try await chongqing.done(
                "correct",
                try federation.scratch.write(
                    "corrected.csv", Self.title + "里耶镇,2021-04-01 08:00,正常,7.68,8.82,2.42,0.025,0.034\n"),
                "--reason", "校准")
            try await Eventually.holds("Hunan endorses") {
                try await hunan.done("endorse")["entries"].list.count == 1
            }
            let second = try await accepted(federation)
            #expect(second.digest != first.digest)

            let verdict = try entry(
                "verdict",
                try key(second.digest, federation).merging([
                    "acceptances": second.acceptances, "conclusion": "verified",
                ]) { $1 })
            let lines = try [("deduction", "430000"), ("reward", "500000")].map { kind, party in
                try entry(
                    kind, try key(second.digest, federation).merging(["party": party, "amount_fen": 40_000_000]) { $1 })
            }
            try await centre.stop()
            let honest = try await central([refusal, verdict] + lines, federation)
            for node in [chongqing, hunan] { try await federation.settlement("recorded", at: node) }
            try await honest.stop()
            try await federation.stop()
        }

        /// Waits until both have proposed the same and accepts for both; its digest and where the acceptances stand.
        private func accepted(
            _ federation: TestFederation
        ) async throws -> (digest: String, acceptances: [[String: Any]]) {
            let nodes = [federation.hunan, federation.chongqing]
            for node in nodes {
                try await federation.settlement("proposed", at: node)
                try await federation.accept(Self.period, at: node)
            }
            for node in nodes { try await federation.settlement("agreed", at: node) }
            let digest = try await nodes[0].done("settlements")["settlements"][0]["own_digest"].text
            let acceptances = try nodes.map { node -> [String: Any] in
                let origin = "\(node.name)/youshui/1"
                let index = try KeptLog.own(origin, in: node.folder).bodies.lastIndex {
                    $0["kind"].text == "acceptance" && $0["settlement_digest"].text == digest
                }
                return ["log": origin, "index": try #require(index, "\(node.code)")]
            }
            return (digest, acceptances)
        }

        private func key(_ digest: String, _ federation: TestFederation) throws -> [String: Any] {
            let text = try KeptLog.own("\(federation.hunan.name)/youshui/1", in: federation.hunan.folder).bodies
                .first { $0["kind"].text == "agreement-signature" }
            return [
                "agreement": "youshui-2019", "agreement_digest": try #require(text)["agreement_digest"].text,
                "period": Self.period, "settlement_digest": digest,
            ]
        }

        private func entry(_ kind: String, _ fields: [String: Any]) throws -> String {
            let whole = fields.merging(["kind": kind, "v": 1, "log": Self.log, "at": "2026-06-01T09:00:00+08:00"]) {
                $1
            }
            let bytes = try JSONSerialization.data(
                withJSONObject: whole, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: bytes, as: UTF8.self)
        }

        /// The centre's log with just these entries, mirrored by both.
        private func central(_ entries: [String], _ federation: TestFederation) async throws -> HostilePeer {
            let file = try federation.scratch.write(
                "central-\(entries.count).jsonl", entries.joined(separator: "\n") + "\n")
            let peer = try await HostilePeer(
                as: federation.centre, in: federation, size: entries.count, channel: "central", entries: file)
            for node in [federation.chongqing, federation.hunan] {
                try await federation.mirrored(Self.log, entries.count, at: node)
            }
            return peer
        }
    }
}
