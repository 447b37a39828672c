public import Federation
public import Logging
public import ServiceLifecycle

/// The HTTPS server of a node: it serves the node's logs to the members of the federation.
///
/// TLS 1.3 with a client certificate from the federation's authority on every connection,
/// HTTP/1.1, GET and HEAD only but for the witness:
/// - `/log/<channel>/<epoch>/<resource>` asks the ``LogSource``;
///   `checkpoint` may be parked with `If-None-Match` and `Prefer: wait=<seconds>`;
/// - `/mirror/<hex SHA-256 of the origin>/<resource>` asks it for a log that this node mirrors;
/// - `/witness/<hash of the origin>/checkpoint` and `POST /witness/add-checkpoint` ask the
///   ``WitnessSource``, if there is one;
/// - `/livez` answers any member.
public struct LogServer: Service {
    private let configuration: LogServerConfiguration
    private let trust: ServerTrust
    private let ledger: ConnectionLedger
    private let onPeer: @Sendable (PeerIdentity) -> Void
    private let members: @Sendable (NodeName) -> Bool
    private let pinnedKey: @Sendable (NodeName) -> String?
    private let source: any LogSource
    private let witness: (any WitnessSource)?
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - members: whether a node is a member at all; asked at every request, so that an exclusion
    ///     takes effect without a restart.
    ///   - pinnedKey: the ``PeerIdentity/keyDigest`` a member must show, or `nil` for any key the
    ///     authority certified; asked at every request, so that a stolen key can be shut out.
    ///   - onPeer: told who asks, at every request of a certificate that names a node.
    ///   - onListening: called once with the actual TCP port.
    /// - Throws: when the TLS library does not accept the credentials.
    public init(
        configuration: LogServerConfiguration,
        credentials: TLSCredentials,
        members: @escaping @Sendable (NodeName) -> Bool,
        pinnedKey: @escaping @Sendable (NodeName) -> String? = { _ in nil },
        onPeer: @escaping @Sendable (PeerIdentity) -> Void = { _ in },
        source: any LogSource,
        witness: (any WitnessSource)? = nil,
        logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws {
        self.configuration = configuration
        self.trust = try ServerTrust(credentials)
        ledger = ConnectionLedger(
            memberLimit: configuration.maximumConnectionsPerMember,
            unclaimedLimit: configuration.maximumUnclaimedConnections, logger: logger)
        self.onPeer = onPeer
        self.members = members
        self.pinnedKey = pinnedKey
        self.source = source
        self.witness = witness
        self.logger = logger
        self.onListening = onListening
    }

    /// Uses other credentials for connections accepted from now on; open ones go on as they are, but for
    /// those whose certificate is revoked by now.
    ///
    /// - Throws: when the TLS library does not accept the credentials; the old ones stay in use.
    public func replaceCredentials(_ credentials: TLSCredentials) throws {
        try trust.replace(credentials)
        logger.info(
            "new TLS credentials in use",
            metadata: ["event": "\(TransportEvent.credentialsReplaced.rawValue)"])
        let logger = logger
        ledger.close(where: { credentials.isRevoked($0) }) { remote in
            logger.warning(
                "connection of a revoked certificate closed",
                metadata: ["event": "\(HandshakeRefusal.revoked.rawValue)", "remote": "\(remote)"])
        }
    }

    /// Serves until the surrounding service group stops it or the task is cancelled.
    ///
    /// - Throws: when the address cannot be bound.
    public func run() async throws {
        let (logger, onListening) = (logger, onListening)
        let responder = LogResponder(
            members: members, pinnedKey: pinnedKey, source: source, witness: witness, ledger: ledger, onPeer: onPeer,
            logger: logger)
        let listener = HTTPListener(configuration: configuration, trust: trust, ledger: ledger, logger: logger)
        try await listener.run(responder) { port in
            logger.info(
                "listening", metadata: ["event": "\(TransportEvent.listening.rawValue)", "port": "\(port)"])
            await onListening(port)
        }
    }
}
