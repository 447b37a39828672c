import Federation
import Logging
import NodeService
import Testing

/// Parked requests and the end of a server. Bounds are far from the real times, because the
/// machine may be busy; they only have to tell "at once" from "after the wait".
@Suite struct LongPollTests {
    private func withPoller(
        _ body: @escaping @Sendable (RunningServer, LogClient) async throws -> Void
    ) async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let credentials = try federation.credentials(try federation.name("client.test"))
        try await RunningServer.with(try federation.credentials(server)) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            try await withClient(endpoint, credentials) { try await body(running, $0) }
        }
    }

    private static func parked(_ running: RunningServer) async throws {
        while running.source.parked == 0 { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test("Another tag than the current one is answered at once", .timeLimit(.minutes(10)))
    func differentTag() async throws {
        try await withPoller { running, client in
            let elapsed = try await ContinuousClock().measure {
                let outcome = try await client.get(
                    channel: "common", epoch: "2026", path: "checkpoint", limit: 100, ifNoneMatch: "zero",
                    waitSeconds: 30)
                #expect(outcome == .body(Array("checkpoint one\n".utf8), etag: "one"))
            }
            #expect(elapsed < .seconds(25))
        }
    }

    @Test("A parked request returns when the log grows", .timeLimit(.minutes(10)))
    func returnsAtChange() async throws {
        try await withPoller { running, client in
            let elapsed = try await ContinuousClock().measure {
                async let outcome = client.get(
                    channel: "common", epoch: "2026", path: "checkpoint", limit: 100, ifNoneMatch: "one",
                    waitSeconds: 30)
                try await Self.parked(running)
                running.source.publish("two")
                let answer = try await outcome
                #expect(answer == .body(Array("checkpoint two\n".utf8), etag: "two"))
            }
            #expect(elapsed < .seconds(25))
        }
    }

    @Test("Unchanged to the end of the wait: 304, and not before", .timeLimit(.minutes(10)))
    func unchanged() async throws {
        try await withPoller { running, client in
            let elapsed = try await ContinuousClock().measure {
                let outcome = try await client.get(
                    channel: "common", epoch: "2026", path: "checkpoint", limit: 100, ifNoneMatch: "one",
                    waitSeconds: 1)
                #expect(outcome == .notModified)
            }
            #expect(elapsed >= .seconds(1))
        }
    }

    @Test("A stop ends idle connections and parked requests", .timeLimit(.minutes(10)))
    func stop() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let idle = try federation.credentials(try federation.name("idle.test"))
        let poller = try federation.credentials(try federation.name("poller.test"))
        let clock = ContinuousClock()
        let (stopped, source) = try await RunningServer.with(try federation.credentials(server)) { running in
            let endpoint = PeerEndpoint(node: server, host: "127.0.0.1", port: running.port)
            let client = try LogClient(peer: endpoint, credentials: idle)
            #expect(await client.failure() == nil)
            let parkedClient = try LogClient(peer: endpoint, credentials: poller)
            let poll = Task {
                try await parkedClient.get(
                    channel: "common", epoch: "2026", path: "checkpoint", limit: 100, ifNoneMatch: "one",
                    waitSeconds: 30)
            }
            try await Self.parked(running)
            let began = clock.now
            await running.stop()
            await #expect(throws: TransportFailure(.unreachable, "")) { try await poll.value }
            await client.shutdown()
            await parkedClient.shutdown()
            return (began, running.source)
        }
        #expect(clock.now - stopped < .seconds(15))
        #expect(source.cancelled == 1)
    }

    @Test("Cancelling the server ends it too", .timeLimit(.minutes(10)))
    func cancel() async throws {
        let federation = try TestFederation()
        let name = try federation.name("server.test")
        let credentials = try federation.credentials(try federation.name("client.test"))
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let server = try LogServer(
            configuration: LogServerConfiguration(host: "127.0.0.1", port: 0),
            credentials: try federation.credentials(name), members: { _ in true }, source: TestSource(),
            logger: CollectedLog().logger()
        ) { announce.yield($0) }
        let running = Task { try await server.run() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        let endpoint = PeerEndpoint(node: name, host: "127.0.0.1", port: port)
        try await withClient(endpoint, credentials) { client in
            #expect(await client.failure() == nil)
            running.cancel()
            _ = await running.result
            let afterwards = await client.failure()
            #expect(afterwards == .unreachable)
        }
    }

    @Test("A stop does not wait for a peer that never answers the goodbye", .timeLimit(.minutes(10)))
    func stopWithSilentPeer() async throws {
        let federation = try TestFederation()
        let server = try federation.name("server.test")
        let node = try federation.name("client.test")
        let clock = ContinuousClock()
        try await withTemporaryFolder { path in
            let folder = try CertificateFolder(path: path)
            try folder.write(federation.authority)
            try folder.write(try federation.issue(node), for: node)
            let (began, frozen) = try await RunningServer.with(try federation.credentials(server)) { running in
                // A handshake, one request, then the process is frozen with its connection open.
                let frozen = Task {
                    try await Tool.run([
                        "bash", "-c",
                        """
                        coproc openssl s_client -quiet -connect 127.0.0.1:\(running.port) -servername \(server.text) \
                          -CAfile '\(path)/ca.pem' -cert '\(path)/\(node.text).pem' -key '\(path)/\(node.text).key' \
                          2>/dev/null
                        printf 'GET /livez HTTP/1.1\\r\\nHost: \(server.text)\\r\\n\\r\\n' >&${COPROC[1]}
                        while read -r line <&${COPROC[0]}; do [ "$line" = ok ] && break; done
                        kill -STOP $COPROC_PID; touch '\(path)/frozen'
                        while [ -e '\(path)/frozen' ]; do sleep 0.1; done
                        kill -KILL $COPROC_PID
                        """,
                    ])
                }
                while try await Tool.run(["test", "-e", "\(path)/frozen"]).status != 0 {
                    try await Task.sleep(for: .milliseconds(100))
                }
                let began = clock.now
                await running.stop()
                return (began, frozen)
            }
            #expect(clock.now - began < .seconds(15))
            _ = try await Tool.run(["rm", "\(path)/frozen"])
            _ = try await frozen.value
        }
    }
}
