import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Presentation
import ServiceLifecycle

/// Answers monitoring on the loopback interface, without TLS and without anything secret: `/livez`, `/readyz`
/// (`?verbose` lists the parts) and Prometheus' `/metrics`. It takes no commands.
struct OperationsServer: Service {
    let address: LoopbackAddress
    let desk: OperationsDesk
    let logger: Logger
    let onListening: @Sendable () -> Void

    /// Monitoring asks on one or two; the rest must not use up what the peers' connections need.
    private static let mostConnections = 32

    func run() async throws {
        let router = Router()
        router.get("/livez") { _, _ in
            Self.page(await desk.isAlive() ? .ok : .serviceUnavailable, "ok\n")
        }
        router.get("/readyz") { request, _ in
            let readiness = try await desk.readiness()
            let verbose = request.uri.queryParameters["verbose"] != nil
            return Self.page(readiness.isReady ? .ok : .serviceUnavailable, readiness.text(verbose: verbose))
        }
        router.get("/metrics") { _, _ in
            var response = Self.page(.ok, try await desk.metrics())
            response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            return response
        }
        var quiet = logger
        quiet.logLevel = .warning
        let application = Application(
            router: router,
            server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections, logger: quiet)),
            onServerRunning: { channel in
                logger.info(
                    "monitoring listens",
                    metadata: ["event": "operations-listening", "port": "\(channel.localAddress?.port ?? 0)"])
                onListening()
            },
            logger: quiet)
        do {
            try await application.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure.addressInUse("\(address.host):\(address.port)", key: "operations.listen")
        }
    }

    private static func page(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: status == .ok || text != "ok\n" ? text : "not answering\n")))
    }
}
