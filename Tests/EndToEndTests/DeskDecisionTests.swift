import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// A correction, an objection and endorsements decided at two desks in a real browser, and what is in the logs then.
    @Suite struct DeskDecisionTests {
        private static let chromium = "/usr/bin/chromium"
        private static var hasBrowser: Bool { FileManager.default.isExecutableFile(atPath: chromium) }

        /// Adds the section `desk` to a node's configuration. Returns the port.
        private static func open(_ node: TestNode) throws -> Int {
            let port = try LoopbackPort.free()
            let text = Run.text(node.config) + "desk: {listen: \"127.0.0.1:\(port)\"}\n"
            try Data(text.utf8).write(to: URL(filePath: node.config))
            return port
        }

        private static func operators(_ nodes: [(String, TestNode)]) async throws -> [String: [String: String]] {
            var secrets: [String: [String: String]] = [:]
            for (place, node) in nodes {
                for (part, role) in [("clerk", "operator"), ("approver", "approver")] {
                    let added = try await node.done("operators", "add", "\(place).\(part)", "--role", role)
                    secrets["\(place)-\(part)"] = [
                        "name": "\(place).\(part)", "password": added["password"].text, "uri": added["totp_uri"].text,
                    ]
                }
            }
            return secrets
        }

        @Test(.enabled(if: Machine.gives(hasBrowser), "Chromium is not installed (scripts/setup --with-judges)"))
        func correctionObjectionAndEndorsement() async throws {
            let federation = try await TestFederation()
            let (chongqing, hunan) = (federation.chongqing, federation.hunan)
            let ports = [try Self.open(chongqing), try Self.open(hunan)]
            try await federation.start(chongqing, hunan, federation.centre)
            try await federation.agree()
            try await chongqing.done("import", ProgramUnderTest.file("docs/demo/liye-2021-04.csv"), "--year", "2021")
            try await federation.settlement("proposed", at: chongqing)
            try await federation.settlement("proposed", at: hunan)
            let secrets = try await Self.operators([("cq", chongqing), ("hn", hunan)])
            let file = try federation.scratch.write(
                "secrets.json", String(decoding: try JSONEncoder().encode(secrets), as: UTF8.self))
            let shots = ProcessInfo.processInfo.environment["TONGZHOU_SCREENSHOTS"] ?? federation.scratch("shots")
            try FileManager.default.createDirectory(atPath: shots, withIntermediateDirectories: true)
            let judge = try await Run.program(
                ProgramUnderTest.file(".build-venv/bin/python3"),
                [
                    ProgramUnderTest.file("Tests/EndToEndTests/Judges/desk_decisions.py"), "\(ports[0])", "\(ports[1])",
                    Self.chromium, shots, file,
                ], within: .seconds(1800))
            #expect(judge.exitCode == 0, "\(judge)")
            try await federation.settlement("recorded", at: hunan)
            try await Self.trails(chongqing, hunan)
            try await federation.stop()
            try Self.logs(chongqing, hunan)
        }

        /// Each thing once, whatever was sent twice.
        private static func logs(_ chongqing: TestNode, _ hunan: TestNode) throws {
            let common = try KeptLog.own("\(chongqing.name)/common/1", in: chongqing.folder).bodies
            let corrections = common.filter { $0["kind"].text == "readings-correction" }
            #expect(corrections.map { $0["reason"].text } == ["录入有误：13.60 应为 3.60", "录入有误：13.60 应为 3.60"])
            let endorsed = try KeptLog.own("\(hunan.name)/common/1", in: hunan.folder).bodies
                .filter { $0["kind"].text == "readings-endorsement" }
            #expect(endorsed.count == 2)
            let objections = try KeptLog.own("\(hunan.name)/youshui/1", in: hunan.folder).entries
                .map { String(decoding: $0, as: UTF8.self) }.filter { $0.contains("\"kind\":\"objection\"") }
            #expect(objections.count { $0.contains("原始记录为 13.60") } == 1 && !objections.joined().contains("另有疑问"))
        }

        private static func trails(_ chongqing: TestNode, _ hunan: TestNode) async throws {
            for (node, lines) in [
                (
                    chongqing,
                    [
                        "cq.clerk correct done", "cq.clerk correct refused", "cq.approver correct forbidden",
                        "cq.approver accept done",
                    ]
                ),
                (
                    hunan,
                    [
                        "hn.approver object done", "hn.approver object refused", "hn.clerk object forbidden",
                        "hn.approver endorse done", "hn.approver endorse refused", "hn.clerk endorse forbidden",
                    ]
                ),
            ] {
                let trail = try await node.done("operators", "audit", "--all")["records"].list
                    .map { "\($0["operator"].text) \($0["act"].text) \($0["outcome"].text)" }
                for line in lines { #expect(trail.contains(line), "\(line) in \(trail)") }
            }
        }
    }
}
