import Federation
import Logging
import NodeService
import ServiceLifecycle

/// A server under test: its port, its log and its source, served until the body returns.
struct RunningServer: Sendable {
    let server: LogServer
    let port: Int
    let log: CollectedLog
    let source: TestSource
    let witness: TestWitness
    let stop: @Sendable () async -> Void

    static func with<T: Sendable>(
        _ credentials: TLSCredentials,
        members: @escaping @Sendable (NodeName) -> Bool = { _ in true },
        pinnedKey: @escaping @Sendable (NodeName) -> String? = { _ in nil },
        configure: (inout LogServerConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (RunningServer) async throws -> T
    ) async throws -> T {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let log = CollectedLog()
        let source = TestSource()
        let witness = TestWitness()
        var configuration = LogServerConfiguration(host: "127.0.0.1", port: 0)
        configure(&configuration)
        let server = try LogServer(
            configuration: configuration, credentials: credentials, members: members, pinnedKey: pinnedKey,
            source: source, witness: witness, logger: log.logger()
        ) { port in
            announce.yield(port)
        }
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [server], logger: log.logger()))
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            var iterator = ports.makeAsyncIterator()
            guard let port = await iterator.next() else { throw CancellationError() }
            let running = RunningServer(server: server, port: port, log: log, source: source, witness: witness) {
                await services.triggerGracefulShutdown()
            }
            let outcome: Result<T, any Error>
            do {
                outcome = .success(try await body(running))
            } catch {
                outcome = .failure(error)
            }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            return try outcome.get()
        }
    }
}

/// A client for the length of `body`.
func withClient<T: Sendable>(
    _ endpoint: PeerEndpoint, _ credentials: TLSCredentials, answerTimeout: Duration = .seconds(60),
    _ body: (LogClient) async throws -> T
) async throws -> T {
    let client = try LogClient(peer: endpoint, credentials: credentials, answerTimeout: answerTimeout)
    do {
        let value = try await body(client)
        await client.shutdown()
        return value
    } catch {
        await client.shutdown()
        throw error
    }
}

extension LogClient {
    /// The failure code of a GET of the common log's checkpoint, or `nil` when it succeeds.
    func failure(path: String = "checkpoint", limit: Int = 1 << 20) async -> TransportFailure.Code? {
        do {
            _ = try await get(channel: "common", epoch: "2026", path: path, limit: limit)
            return nil
        } catch {
            return error.code
        }
    }
}
