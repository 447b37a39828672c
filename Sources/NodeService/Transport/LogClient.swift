import AsyncHTTPClient
import Federation
import NIOCore
import NIOHTTP1
import NIOSSL
import X509

/// Reads the logs of one peer over HTTPS with TLS 1.3 and mutual authentication.
///
/// One client per peer and credentials; renewed credentials mean a new client. `shutdown()` must
/// be called before the client is let go.
public final class LogClient: Sendable {
    /// Who is read.
    public let peer: PeerEndpoint

    private let http: HTTPClient
    private let probe: HandshakeProbe
    private let answerTimeout: Duration
    private let onDate: @Sendable (String) -> Void

    /// - Parameters:
    ///   - connectTimeout: for the connection with its handshake.
    ///   - answerTimeout: for one whole answer, body included; the seconds of a parked request are
    ///     added to it.
    ///   - onPeer: told who answered, at every new connection.
    ///   - onDate: told the `Date` of every answer.
    /// - Throws: when the TLS library does not accept the credentials.
    public init(
        peer: PeerEndpoint, credentials: TLSCredentials,
        connectTimeout: Duration = .seconds(10), answerTimeout: Duration = .seconds(60),
        onPeer: @escaping @Sendable (PeerIdentity) -> Void = { _ in },
        onDate: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv13
        tls.trustRoots = .certificates(credentials.authorities)
        tls.certificateChain = credentials.chain.map { .certificate($0) }
        tls.privateKey = .privateKey(credentials.privateKey)
        tls.certificateVerification = .fullVerification
        tls.shutdownTimeout = .seconds(1)
        let context = try NIOSSLContext(configuration: tls)
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        // The name for the handshake and the certificate check; the address to dial.
        configuration.dnsOverride = [peer.node.text: peer.host]
        configuration.httpVersion = .http1Only
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.timeout.connect = TimeAmount(connectTimeout)
        // A refused handshake is an answer; trying again only hides it until the timeout.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Shorter than the server's 60 s, so that it is rarely the server that hangs up first.
        configuration.connectionPool.idleTimeout = .seconds(45)
        let pin = PeerPin(endpoint: peer, credentials: credentials, seen: onPeer)
        configuration.http1_1ConnectionDebugInitializer = { channel in pin.verify(channel) }
        self.peer = peer
        self.answerTimeout = answerTimeout
        self.onDate = onDate
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        probe = HandshakeProbe(
            endpoint: peer, context: context, roots: credentials.roots, timeout: TimeAmount(connectTimeout))
    }

    /// Closes the connections; requests under way fail with `cancelled`.
    public func shutdown() async {
        // The only error is that the client was shut down before, which is what is wanted.
        try? await http.shutdown()
    }

    /// Fetches `/log/<channel>/<epoch>/<path>` from the peer.
    ///
    /// - Parameters:
    ///   - limit: bytes of body allowed; one more and nothing is returned.
    ///   - ifNoneMatch: the entity tag held, without quotes.
    ///   - waitSeconds: how long the peer may park the request until the tag changes, 0...30.
    /// - Throws: `TransportFailure`; nothing is kept of a failed answer.
    public func get(
        channel: String, epoch: String, path: String, limit: Int,
        ifNoneMatch: String? = nil, waitSeconds: Int = 0
    ) async throws(TransportFailure) -> FetchOutcome {
        guard let logPath = LogPath(channel: channel, epoch: epoch, resource: path) else {
            throw TransportFailure(.protocol, "not a path of a log")
        }
        return try await get(path: logPath.text, limit: limit, ifNoneMatch: ifNoneMatch, waitSeconds: waitSeconds)
    }

    /// Fetches a path that has been checked to be one.
    func get(
        path: String, limit: Int, ifNoneMatch: String?, waitSeconds: Int
    ) async throws(TransportFailure) -> FetchOutcome {
        var request = request(path)
        if let tag = ifNoneMatch.flatMap({ EntityTag.quoted($0) }) {
            request.headers.add(name: "if-none-match", value: tag)
            if waitSeconds > 0 {
                request.headers.add(name: "prefer", value: "wait=\(min(waitSeconds, WaitPreference.limit))")
            }
        }
        let reader = AnswerReader(limit: limit, conditional: request.headers.contains(name: "if-none-match"))
        let wait = Duration.seconds(min(max(waitSeconds, 0), WaitPreference.limit))
        return try await answer(to: request, parkedFor: wait) { try await reader.outcome(of: $0) }
    }

    func request(_ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: "https://\(peer.node.text):\(peer.port)\(path)")
        request.headers.add(name: "accept-encoding", value: "identity")
        return request
    }

    /// Sends a request that is safe to send twice and reads its answer whole.
    func answer<Answer: Sendable>(
        to request: HTTPClientRequest, parkedFor wait: Duration = .zero,
        _ read: @escaping @Sendable (HTTPClientResponse) async throws -> Answer
    ) async throws(TransportFailure) -> Answer {
        do {
            return try await within(answerTimeout + wait) {
                let response = try await self.fetch(request)
                if let date = response.headers.first(name: "date") { self.onDate(date) }
                return try await read(response)
            }
        } catch let failure as TransportFailure {
            throw failure
        } catch {
            throw await diagnose(error)
        }
    }

    /// The HTTP client's own deadline ends with the head of the answer; this one covers the body.
    private func within<Answer: Sendable>(
        _ duration: Duration, _ body: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: duration)
                return nil
            }
            guard let first = try await group.next(), let answer = first else {
                throw TransportFailure(.timeout, "no complete answer within \(duration)")
            }
            return answer
        }
    }

    private func fetch(_ request: HTTPClientRequest) async throws -> HTTPClientResponse {
        // Cancellation and the deadline of `within` end this; AsyncHTTPClient only wants a value.
        let deadline = NIODeadline.distantFuture
        do {
            return try await http.execute(request, deadline: deadline)
        } catch let error as HTTPClientError where error == .remoteConnectionClosed {
            // The peer may just have hung up an idle connection.
            do {
                return try await http.execute(request, deadline: deadline)
            } catch let error as HTTPClientError where error == .remoteConnectionClosed {
                throw TransportFailure(.refusedByPeer, "the peer closes the connection without an answer")
            }
        }
    }

    private func diagnose(_ error: any Error) async -> TransportFailure {
        let failure = FailureDiagnosis.failure(for: error)
        guard failure.code == .tlsUntrusted, let (refusal, detail) = await probe.reason() else { return failure }
        let reason = FailureDiagnosis.failure(for: refusal, detail)
        // The second handshake only refines the first one's verdict.
        return reason.code == .tlsExpired ? reason : TransportFailure(.tlsUntrusted, reason.detail, raw: reason.raw)
    }
}
