import Federation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

/// One bare TLS handshake that takes whatever certificates the other side shows, to look at them; nothing is asked
/// for and nothing is believed.
struct CertificateProbe {
    let endpoint: PeerEndpoint
    let credentials: TLSCredentials?
    let timeout: TimeAmount

    /// The chain shown, the node's own certificate first.
    ///
    /// - Throws: `TransportFailure` when no handshake came about.
    func chain() async throws(TransportFailure) -> [NIOSSLCertificate] {
        let seen = Seen()
        do {
            try await shakeHands(seen)
        } catch {
            throw FailureDiagnosis.failure(for: error)
        }
        let sight = seen.state.withLock { $0 }
        guard sight.chain.isEmpty else { return sight.chain }
        guard let failure = sight.failure else { throw TransportFailure(.timeout, "no handshake in time") }
        throw FailureDiagnosis.failure(for: failure)
    }

    private func shakeHands(_ seen: Seen) async throws {
        let context = try NIOSSLContext(configuration: settings)
        let name = endpoint.node.text
        let patience = timeout
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(patience)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: context, serverHostname: name,
                        customVerificationCallback: { chain, promise in
                            seen.state.withLock { $0.chain = chain }
                            promise.succeed(.certificateVerified)
                        })
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(handler)
                    try pipeline.addHandler(Farewell(seen: seen, timeout: patience))
                }
            }
            .connect(host: endpoint.host, port: endpoint.port).get()
        try? await channel.closeFuture.get()
    }

    private var settings: TLSConfiguration {
        var settings = TLSConfiguration.makeClientConfiguration()
        settings.minimumTLSVersion = .tlsv13
        settings.shutdownTimeout = .seconds(1)
        if let credentials {
            settings.certificateChain = credentials.chain.map { .certificate($0) }
            settings.privateKey = .privateKey(credentials.privateKey)
        }
        return settings
    }

    private struct Sight {
        var chain: [NIOSSLCertificate] = []
        var failure: (any Error)?
    }

    private final class Seen: Sendable {
        let state = Mutex(Sight())
    }

    /// Hangs up as soon as the handshake is over, one way or the other.
    private final class Farewell: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private let seen: Seen
        private let timeout: TimeAmount

        init(seen: Seen, timeout: TimeAmount) {
            self.seen = seen
            self.timeout = timeout
        }

        func handlerAdded(context: ChannelHandlerContext) {
            let channel = context.channel
            context.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .handshakeCompleted? = event as? TLSUserEvent { context.close(promise: nil) }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            seen.state.withLock { $0.failure = $0.failure ?? error }
            context.close(promise: nil)
        }
    }
}
