import ServiceLifecycle

/// The listener for operators: the pages of docs/desk.md. TLS always, with the node's certificate; a browser may show
/// one of the federation's authority.
struct DeskServer: Service {
    private let configuration: DeskConfiguration
    private let trust: ServerTrust
    private let node: Node
    private let ledger: ConnectionLedger
    private let onListening: @Sendable () -> Void

    private static let mostConnections = 128

    /// - Throws: when the TLS library does not accept the credentials.
    init(
        _ configuration: DeskConfiguration, node: Node, credentials: TLSCredentials,
        onListening: @escaping @Sendable () -> Void
    ) throws {
        self.configuration = configuration
        self.node = node
        self.onListening = onListening
        ledger = ConnectionLedger(memberLimit: 32, unclaimedLimit: Self.mostConnections / 2, logger: node.logger)
        trust = try ServerTrust(credentials, needsCertificate: false)
    }

    /// Uses other credentials for connections accepted from now on.
    func replaceCredentials(_ credentials: TLSCredentials) throws {
        try trust.replace(credentials)
        ledger.close(where: { credentials.isRevoked($0) }, told: { _ in })
    }

    func run() async throws {
        let listener = SideListener(
            section: "desk", host: configuration.host, port: configuration.port, mostConnections: Self.mostConnections,
            trust: trust, ledger: ledger, logger: node.logger)
        let responder = DeskResponder(
            node: node, site: PublicSite(node, channels: nil), sessions: DeskSessions(node.clock, .system),
            logIn: LogInDesk(node: node, watch: LogInGuard(node.clock)), ledger: ledger)
        try await listener.run(responder, "the desk is open", event: "desk-listening", onListening: onListening)
    }
}
