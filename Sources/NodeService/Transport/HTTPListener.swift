import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// A listener for others: connections counted and bounded, HTTP/1.1 with small heads, TLS where there is trust.
struct HTTPListener {
    let configuration: LogServerConfiguration
    /// `nil`: without TLS.
    let trust: ServerTrust?
    let ledger: ConnectionLedger
    let logger: Logger

    /// How long answers under way may take after the order to stop.
    private static let stopGrace: Duration = .milliseconds(1500)

    /// Serves until the surrounding service group stops it or the task is cancelled.
    ///
    /// - Throws: when the address cannot be bound.
    func run<Responder: HTTPResponder>(
        _ responder: Responder, onListening: @escaping @Sendable (Int) async -> Void
    ) async throws where Responder.Context == LogRequestContext {
        let ledger = ledger
        let application = application(responder, onListening)
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await application.run()
            } onGracefulShutdown: {
                // Idle connections close at once and parked requests are answered; whoever does not
                // take its answer within the grace is cut off.
                Task {
                    try await Task.sleep(for: Self.stopGrace)
                    ledger.closeAll()
                }
            }
        } onCancel: {
            ledger.closeAll()
        }
    }

    private func application<Responder: HTTPResponder>(
        _ responder: Responder, _ onListening: @escaping @Sendable (Int) async -> Void
    ) -> Application<Responder> where Responder.Context == LogRequestContext {
        var http = HTTP1Channel.Configuration(idleTimeout: TimeAmount(configuration.idleTimeout))
        http.httpDecoder.maxHeaderFieldSize = 8 << 10
        http.httpDecoder.maxHeaderListSize = 16 << 10
        http.httpDecoder.maxHeaderFieldCount = 64
        let channelConfiguration = http
        let (trust, ledger, configuration) = (trust, ledger, configuration)
        let handshakeTimeout = TimeAmount(configuration.handshakeTimeout)
        // The framework's own lines carry no event code; what matters of them is said by the responders.
        var framework = logger
        framework.logLevel = .warning
        return Application(
            responder: responder,
            server: HTTPServerBuilder { respond in
                PeerChannel(
                    base: HTTP1Channel(responder: respond, configuration: channelConfiguration),
                    trust: trust, ledger: ledger, handshakeTimeout: handshakeTimeout)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    configuration.maximumConnections, logger: logger)),
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? configuration.port) },
            logger: framework)
    }
}
