import Federation
import NodeService
import Testing
import X509

/// What a member and what a stranger get from the server.
@Suite struct ServingTests {
    private func withMember(
        _ body: @escaping @Sendable (RunningServer, Curl, LogClient) async throws -> Void
    ) async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            let credentials = try folder.credentials(for: node)
            try await RunningServer.with(try federation.credentials(server)) { running in
                let curl = Curl(folder: path, client: node.text, server: server, port: running.port)
                let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
                try await withClient(endpoint, credentials) { client in
                    try await body(running, curl, client)
                }
            }
        }
    }

    @Test("A resource arrives byte for byte, with its tag, asked for under the reader's name")
    func resource() async throws {
        try await withMember { running, _, client in
            let outcome = try await client.get(
                channel: "common", epoch: "2026", path: "tile/0/x001/067.p/3", limit: 20_000)
            #expect(outcome == .body(TestSource.bundle, etag: "bundle"))
            let request = try #require(running.source.requests.first)
            #expect(request.reader.text == "client.test")
            #expect(request.channel == "common" && request.epoch == "2026")
            #expect(request.path == "tile/0/x001/067.p/3")
            let again = try await client.get(
                channel: "common", epoch: "2026", path: "tile/0/x001/067.p/3", limit: 20_000, ifNoneMatch: "bundle")
            #expect(again == .notModified)
        }
    }

    @Test("Missing, and not for this reader: the same 404")
    func absent() async throws {
        try await withMember { running, curl, client in
            for (channel, path) in [("common", "tile/0/999"), ("secret", "tile/0/000"), ("secret", "checkpoint")] {
                let outcome = try await client.get(channel: channel, epoch: "2026", path: path, limit: 1)
                #expect(outcome == .absent)
            }
            let missing = try await curl.get("/log/common/2026/tile/0/999", ["--include"])
            let secret = try await curl.get("/log/secret/2026/tile/0/999", ["--include"])
            func withoutDate(_ text: String) -> [Substring] {
                text.split(whereSeparator: \.isNewline).filter { !$0.lowercased().hasPrefix("date:") }
            }
            #expect(missing.status == "404" && withoutDate(missing.body) == withoutDate(secret.body))
            #expect(await running.log.waitFor("not-served"))
        }
    }

    @Test(
        "Only the one spelling of a path is served",
        arguments: [
            "/log/common/2026/%2e%2e/2026/checkpoint", "/log/common/2026/../2026/checkpoint",
            "/log/common//2026/checkpoint", "//log/common/2026/checkpoint", "/log/common/2026/check%70oint",
            "/log/common/2026/checkpoint?a=b", "/log/common/2026/checkpoint/", "/log/common/2026/tile/0/X001/067",
            "/log/common/2026/tile/entries/000%00", "/log/common/2026/./checkpoint", "/", "/log", "/livez/", "/metrics",
        ])
    func hostilePaths(_ path: String) async throws {
        try await withMember { running, curl, _ in
            let answer = try await curl.get(path)
            #expect(answer.status == "404")
            #expect(running.source.requests.isEmpty)
            #expect(await running.log.waitFor("path-refused"))
        }
    }

    @Test("GET and HEAD only, and never with a body")
    func methods() async throws {
        try await withMember { running, curl, _ in
            let path = "/log/common/2026/tile/entries/000"
            for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
                let answer = try await curl.get(path, ["--request", method, "--include"])
                #expect(answer.status == "405", "\(method)")
                #expect(answer.body.lowercased().contains("allow: get, head"))
            }
            #expect(try await curl.get(path, ["--data", "x=1"]).status == "405")
            #expect(try await curl.get(path, ["--request", "GET", "--data", "x=1"]).status == "413")
            let chunked = ["--request", "GET", "--header", "Transfer-Encoding: chunked", "--data", "x=1"]
            #expect(try await curl.get(path, chunked).status == "413")
            #expect(running.source.requests.isEmpty)
            #expect(await running.log.waitFor("method-refused"))
            #expect(await running.log.waitFor("body-refused"))

            let head = try await curl.get(path, ["--head"])
            #expect(head.status == "200")
            #expect(head.body.lowercased().contains("content-length: 20000\r\n"))
            #expect(head.body.lowercased().contains("etag: \"bundle\"\r\n"))
        }
    }

    @Test("Alive for any member; few headers; a broken source shows nothing of itself")
    func smallThings() async throws {
        try await withMember { running, curl, client in
            let alive = try await curl.get("/livez", ["--include"])
            #expect(alive.status == "200" && alive.body.hasSuffix("ok\n"))
            #expect(!alive.body.lowercased().contains("server:"))
            let broken = try await curl.get("/log/common/2026/broken")
            #expect(broken.status == "500" && broken.body.isEmpty)
            #expect(running.log.metadata(of: "source-failed")?["detail"]?.contains("Broken") == true)
            #expect(await client.failure(path: "broken") == .httpStatus)
        }
    }

    @Test("A header section above 16 KiB is not read")
    func largeHeaders() async throws {
        try await withMember { running, curl, _ in
            let fields = (0..<5).flatMap { ["--header", "X-\($0): " + String(repeating: "a", count: 7_000)] }
            let answer = try await curl.get("/log/common/2026/tile/entries/000", fields)
            #expect(answer.status == "400" || answer.exit != 0)
            #expect(running.source.requests.isEmpty)
        }
    }

    @Test("The authority's certificate alone does not make a member")
    func notAMember() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let outsider = try federation.name("outsider.test")
        try await RunningServer.with(
            try federation.credentials(server), members: { $0.text != "outsider.test" }
        ) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let code = try await withClient(endpoint, try federation.credentials(outsider)) { await $0.failure() }
            #expect(code == .refusedByPeer)
            #expect(await running.log.waitFor("not-a-member"))
            #expect(running.log.metadata(of: "not-a-member")?["peer"] == "outsider.test")
        }
    }

    @Test("A member with another key than the one agreed is shut out")
    func keyNotPinned() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        let agreed = try federation.credentials(node)
        try await RunningServer.with(
            try federation.credentials(server), pinnedKey: { _ in agreed.identity.keyDigest }
        ) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            #expect(try await withClient(endpoint, agreed) { await $0.failure() } == nil)
            let stolenName = try federation.credentials(node)
            #expect(try await withClient(endpoint, stolenName) { await $0.failure() } == .refusedByPeer)
            #expect(await running.log.waitFor("key-not-pinned"))
        }
    }

    @Test(
        "A certificate without a node's name is 403, with the reason in the log",
        arguments: [
            ("identity-missing", [GeneralName.dnsName("client.test")]),
            (
                "identity-mismatch",
                [GeneralName.dnsName("a.test"), .uniformResourceIdentifier("tongzhou://client.test")]
            ),
        ])
    func identityMissing(_ event: String, _ names: [GeneralName]) async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let issued = try federation.issue(names: names)
        let node = try federation.name("odd.test")
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(issued, for: node)
            try await RunningServer.with(try federation.credentials(server)) { running in
                let curl = Curl(folder: path, client: node.text, server: server, port: running.port)
                let answer = try await curl.get("/livez")
                #expect(answer.status == "403")
                #expect(await running.log.waitFor(event))
            }
        }
    }

    @Test("One member's many connections do not take the server from the others")
    func connectionLimit() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let greedy = try federation.credentials(try federation.name("greedy.test"))
        let modest = try federation.credentials(try federation.name("modest.test"))
        try await RunningServer.with(
            try federation.credentials(server), configure: { $0.maximumConnectionsPerMember = 1 }
        ) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            try await withClient(endpoint, greedy) { first in
                #expect(await first.failure() == nil)
                let second = try await withClient(endpoint, greedy) { await $0.failure() }
                #expect(second == .unreachable)
                #expect(await running.log.waitFor("too-many-connections"))
                let other = try await withClient(endpoint, modest) { await $0.failure() }
                #expect(other == nil)
                #expect(await first.failure() == nil)
            }
        }
    }

    @Test("However many connect and ask for nothing, a member is served")
    func crowd() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let member = try federation.credentials(try federation.name("member.test"))
        try await RunningServer.with(
            try federation.credentials(server),
            configure: {
                $0.maximumConnections = 12
                $0.maximumUnclaimedConnections = 8
                $0.handshakeTimeout = .seconds(600)
            }
        ) { running in
            // More than may be open at all, held until the server ends.
            Task {
                try await Tool.run([
                    "timeout", "60", "python3", "-c",
                    """
                    import socket
                    held = [socket.create_connection(("127.0.0.1", \(running.port))) for _ in range(40)]
                    for each in held: each.recv(1)
                    """,
                ])
            }
            #expect(await running.log.waitFor("connections-crowded"))
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let refused = try await withClient(endpoint, member) { await $0.failure() }
            #expect(refused == nil)
        }
    }
}
