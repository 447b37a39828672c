import ServiceLifecycle

/// The listener for stations' data: `POST /v1/readings`, described at `/v1/openapi.yaml`. A listener of its own,
/// because stations are no members and members' logs are none of their business.
struct IntakeServer: Service {
    private let configuration: StationListenerConfiguration
    private let trust: ServerTrust?
    private let node: Node
    private let onListening: @Sendable () -> Void
    private let ledger: ConnectionLedger

    private static let mostConnections = 256

    /// - Throws: when the TLS library does not accept the credentials.
    init(
        _ configuration: StationListenerConfiguration, node: Node, credentials: TLSCredentials,
        onListening: @escaping @Sendable () -> Void
    ) throws {
        self.configuration = configuration
        self.node = node
        self.onListening = onListening
        ledger = ConnectionLedger(memberLimit: 32, unclaimedLimit: Self.mostConnections / 2, logger: node.logger)
        trust = configuration.usesTLS ? try ServerTrust(credentials, needsCertificate: false) : nil
    }

    /// Uses other credentials for connections accepted from now on.
    func replaceCredentials(_ credentials: TLSCredentials) throws {
        try trust?.replace(credentials)
        ledger.close(where: { credentials.isRevoked($0) }, told: { _ in })
    }

    func run() async throws {
        let listener = SideListener(
            section: "intake", host: configuration.host, port: configuration.port,
            mostConnections: Self.mostConnections,
            trust: trust, ledger: ledger, logger: node.logger)
        let responder = IntakeResponder(
            node: node, rate: RequestRate(perMinute: configuration.requestsPerMinute), ledger: ledger,
            logger: node.logger)
        try await listener.run(responder, "stations may deliver", event: "intake-listening", onListening: onListening)
    }
}
