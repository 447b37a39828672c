import NodeService
import Testing

/// A client against peers that answer wrongly.
@Suite struct AnswerTests {
    private static let good = "HTTP/1.1 200 OK\r\n"

    private func failure(
        _ answer: String, _ ending: ScriptedServer.Ending = .keepOpen, limit: Int = 100,
        answerTimeout: Duration = .seconds(60)
    ) async throws -> TransportFailure.Code? {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let client = try federation.credentials(try federation.name("client.test"))
        return try await ScriptedServer.with(
            try federation.credentials(server), answer: answer, ending: ending
        ) { port in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: port)
            return try await withClient(endpoint, client, answerTimeout: answerTimeout) {
                await $0.failure(limit: limit)
            }
        }
    }

    @Test("The harness itself: a right answer is no failure")
    func right() async throws {
        #expect(try await failure(Self.good + "Content-Length: 2\r\n\r\nok") == nil)
    }

    @Test("More announced than allowed: refused before the body comes")
    func announcedTooLarge() async throws {
        #expect(try await failure(Self.good + "Content-Length: 101\r\n\r\n") == .tooLarge)
        #expect(try await failure(Self.good + "Content-Length: 99999999999999999\r\n\r\n") == .tooLarge)
    }

    @Test("A body without end is cut off at the limit", .timeLimit(.minutes(10)))
    func endless() async throws {
        #expect(
            try await failure(Self.good + "Transfer-Encoding: chunked\r\n\r\n", .endless, limit: 50_000) == .tooLarge)
    }

    @Test("Exactly the limit passes, one byte more does not")
    func limit() async throws {
        let chunked = Self.good + "Transfer-Encoding: chunked\r\n\r\n"
        #expect(try await failure(chunked + "4\r\nabcd\r\n0\r\n\r\n", limit: 4) == nil)
        #expect(try await failure(chunked + "4\r\nabcd\r\n1\r\ne\r\n0\r\n\r\n", limit: 4) == .tooLarge)
    }

    @Test("A body that never finishes runs into the deadline", .timeLimit(.minutes(10)))
    func slow() async throws {
        let answer = Self.good + "Content-Length: 50\r\n\r\nab"
        #expect(try await failure(answer, answerTimeout: .seconds(2)) == .timeout)
    }

    @Test("An answer that breaks off, is compressed or is no HTTP")
    func broken() async throws {
        #expect(try await failure(Self.good + "Content-Length: 50\r\n\r\nab", .close) == .protocol)
        #expect(
            try await failure(Self.good + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok") == .protocol)
        #expect(try await failure("SSH-2.0-OpenSSH_9.2\r\n\r\n") == .protocol)
        #expect(try await failure("HTTP/1.1 304 Not Modified\r\n\r\n") == .httpStatus)
    }

    @Test("A redirection is not followed")
    func redirection() async throws {
        let answer = "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
        #expect(try await failure(answer) == .httpStatus)
    }

    @Test("Nobody there, and nobody answering", .timeLimit(.minutes(10)))
    func unreachable() async throws {
        let federation = try TestFederation()
        let node = try federation.name("server.test")
        let client = try federation.credentials(try federation.name("client.test"))
        let port = try await ScriptedServer.with(try federation.credentials(node), answer: "") { $0 }
        let endpoint = PeerEndpoint(node: node, host: "127.0.0.1", port: port)
        #expect(try await withClient(endpoint, client) { await $0.failure() } == .unreachable)
    }

    @Test("A cancelled caller is told so", .timeLimit(.minutes(10)))
    func cancelled() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let credentials = try federation.credentials(try federation.name("client.test"))
        try await ScriptedServer.with(try federation.credentials(server), answer: "") { port in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: port)
            try await withClient(endpoint, credentials) { client in
                let task = Task { await client.failure() }
                try await Task.sleep(for: .milliseconds(200))
                task.cancel()
                #expect(await task.value == .cancelled)
            }
        }
    }
}
