import Foundation
import Testing

extension EndToEnd {
    /// Who is not entitled gets nothing, and the log says why.
    @Suite struct AccessTests {
        private static let checkpoint = "/log/common/1/checkpoint"

        @Test func strangersGetNothing() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let stranger = Stranger(scratch: federation.scratch)
            let trusted = federation.authority
            let other = try await stranger.otherAuthority(federation.hunan.name)
            let expired = try await stranger.expired(federation.hunan.name, authority: federation.scratch("certs"))
            try await Run.done(["certs", "--folder", federation.scratch("certs"), "510000.tongzhou.test"])
            try await federation.start(node)

            func member() async throws -> CommandResult {
                try await stranger.curl(
                    node, Self.checkpoint, trusting: trusted, "--cert", federation.certificate(federation.hunan),
                    "--key",
                    federation.key(federation.hunan))
            }
            let served = try await member()
            #expect(served.exitCode == 0 && served.output.hasPrefix("HTTP/1.1 200"), "\(served)")
            #expect(served.output.contains("500000.tongzhou.test/common/1"), "\(served)")

            let refused: [(event: String, result: CommandResult)] = [
                ("tls-no-client-certificate", try await stranger.curl(node, Self.checkpoint, trusting: trusted)),
                (
                    "tls-unknown-ca",
                    try await stranger.curl(
                        node, Self.checkpoint, trusting: trusted, "--cert", "\(other)/\(federation.hunan.name).pem",
                        "--key", "\(other)/\(federation.hunan.name).key")
                ),
                (
                    "tls-expired",
                    try await stranger.curl(
                        node, Self.checkpoint, trusting: trusted, "--cert", expired.certificate, "--key", expired.key)
                ),
                (
                    "tls-version",
                    try await stranger.curl(
                        node, Self.checkpoint, trusting: trusted, "--cert", federation.certificate(federation.hunan),
                        "--key", federation.key(federation.hunan), "--tls-max", "1.2")
                ),
            ]
            for (event, result) in refused {
                #expect(result.exitCode != 0 && result.output.isEmpty, "\(event): \(result)")
                try await expectLine(event, node)
            }
            let unknown = try await stranger.curl(
                node, Self.checkpoint, trusting: trusted, "--cert",
                federation.scratch("certs/510000.tongzhou.test.pem"),
                "--key", federation.scratch("certs/510000.tongzhou.test.key"))
            #expect(unknown.output.hasPrefix("HTTP/1.1 403"), "\(unknown)")
            #expect(unknown.output.hasSuffix("\r\n\r\n"), "nothing but a status: \(unknown)")
            try await expectLine("not-a-member", node)
            for (event, _) in refused + [("not-a-member", unknown)] {
                let lines = node.log.split(separator: "\n").filter { $0.contains(" \(event) ") }
                #expect(lines.count == 1, "\(event): \(node.log)")
            }
            try await node.stop()
        }

        @Test func olderTLSIsRefusedToOpenSSLToo() async throws {
            let federation = try await TestFederation()
            try await federation.start(federation.chongqing)
            let address = "127.0.0.1:\(federation.chongqing.port)"
            let credentials = [
                "-cert", federation.certificate(federation.hunan), "-key", federation.key(federation.hunan), "-CAfile",
                federation.authority, "-verify_return_error", "-servername", federation.chongqing.name,
            ]
            let older = try await Run.program("openssl", ["s_client", "-connect", address, "-tls1_2"] + credentials)
            #expect(older.exitCode != 0 && older.output.contains("Cipher is (NONE)"), "\(older)")
            let current = try await Run.program("openssl", ["s_client", "-connect", address, "-tls1_3"] + credentials)
            #expect(current.output.contains("TLSv1.3, Cipher is TLS_"), "\(current)")
            try await federation.chongqing.stop()
        }

        /// A log one may not read looks exactly like a log that does not exist.
        @Test func aMemberThatIsNoReaderSeesNoLog() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let lines = Run.text(node.config).split(separator: "\n", omittingEmptySubsequences: false)
            try #require(lines.count { $0.hasPrefix("  youshui:") } == 1)
            let settings = lines.map {
                $0.hasPrefix("  youshui:") ? "  youshui: {epoch: 1, readers: [430000.tongzhou.test]}" : $0
            }
            try Data(settings.joined(separator: "\n").utf8).write(to: URL(filePath: node.config))
            try await federation.start(node)
            let stranger = Stranger(scratch: federation.scratch)
            func get(_ path: String, as reader: TestNode) async throws -> [String] {
                let result = try await stranger.curl(
                    node, path, trusting: federation.authority, "--cert", federation.certificate(reader), "--key",
                    federation.key(reader))
                return result.output.components(separatedBy: "\r\n").filter { !$0.lowercased().hasPrefix("date:") }
            }
            for path in ["checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1", "tile/0/000", "nothing"] {
                let closed = try await get("/log/youshui/1/\(path)", as: federation.centre)
                let absent = try await get("/log/qingshui/1/\(path)", as: federation.centre)
                #expect(closed.first?.hasPrefix("HTTP/1.1 404") == true, "\(path): \(closed)")
                #expect(closed == absent, "\(path)")
            }
            for path in ["checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1"] {
                let open = try await get("/log/youshui/1/\(path)", as: federation.hunan)
                #expect(open.first?.hasPrefix("HTTP/1.1 200") == true, "\(path): \(open)")
            }
            try await expectLine("not-a-reader", node)
            try await node.stop()
        }

        /// The certificate is good, but it is not the certificate of the node that was called.
        @Test func aServerThatIsNotThePeerIsNotFollowed() async throws {
            let federation = try await TestFederation()
            let node = federation.chongqing
            let stranger = Stranger(scratch: federation.scratch)
            let other = try await stranger.otherAuthority(federation.hunan.name)
            let expired = try await stranger.expired(federation.hunan.name, authority: federation.scratch("certs"))
            let shown = [
                ("tls-wrong-peer", federation.certificate(federation.centre), federation.key(federation.centre)),
                ("tls-untrusted", "\(other)/\(federation.hunan.name).pem", "\(other)/\(federation.hunan.name).key"),
                ("tls-expired", expired.certificate, expired.key),
            ]
            for (reason, certificate, key) in shown {
                let server = try stranger.server(port: federation.hunan.port, certificate: certificate, key: key)
                try await federation.start(federation.centre, node)
                try await Eventually.holds("\(reason) is named; \(node.log)") {
                    let conditions = try await node.conditions()
                    return ["common", "youshui"].allSatisfy {
                        conditions.contains("NET-03 430000.tongzhou.test/\($0)/1")
                    }
                }
                try await expectLine("peer-\(reason)", node)
                #expect(try await node.peer("430000.tongzhou.test/common/1")["verified"].number == 0)
                try await federation.mirrored("100000.tongzhou.test/common/1", 1, at: node)
                try await node.stop()
                try await federation.centre.stop()
                server.send(SIGTERM)
                _ = try await server.end()
            }
        }

        /// The log has a line with that event code.
        private func expectLine(_ event: String, _ node: TestNode) async throws {
            try await Eventually.holds("\(event) in \(node.log)") {
                node.log.split(separator: "\n").contains { $0.split(separator: " ").dropFirst().first == event[...] }
            }
        }
    }
}
