import Foundation
import Hummingbird
import Logging
import NIOCore

/// A listener beside that for members: fewer connections, none of which may be idle for long.
struct SideListener {
    /// The section of `node.yaml` that asks for it; its key `listen` has the address.
    let section: String
    let host: String
    let port: Int
    let mostConnections: Int
    /// `nil`: without TLS.
    let trust: ServerTrust?
    let ledger: ConnectionLedger
    let logger: Logger

    /// Serves until the surrounding service group stops it. Says `opened` in the log, with the event code given.
    ///
    /// - Throws: `CommandFailure` when somebody else listens there.
    func run<Responder: HTTPResponder>(
        _ responder: Responder, _ opened: String, event: String, onListening: @escaping @Sendable () -> Void
    ) async throws where Responder.Context == LogRequestContext {
        var limits = LogServerConfiguration(host: host, port: port)
        limits.maximumConnections = mostConnections
        limits.idleTimeout = .seconds(30)
        let listener = HTTPListener(configuration: limits, trust: trust, ledger: ledger, logger: logger)
        do {
            try await listener.run(responder) { port in
                logger.info("\(opened)", metadata: ["event": "\(event)", "port": "\(port)"])
                onListening()
            }
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure.addressInUse("\(host):\(port)", key: "\(section).listen")
        }
    }
}
