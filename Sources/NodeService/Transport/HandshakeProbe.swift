import Federation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import X509

/// One bare TLS handshake with a peer whose certificate did not verify, to say why.
///
/// The HTTP client reports only that verification failed; whether the certificate expired or comes
/// from a stranger decides whom the operator has to call.
struct HandshakeProbe {
    let endpoint: PeerEndpoint
    let context: NIOSSLContext
    let roots: [Certificate]
    let timeout: TimeAmount

    /// The reason, or `nil` when this handshake did not fail or no connection came about.
    func reason() async -> (HandshakeRefusal, String)? {
        let found = Found()
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(
                        NIOSSLClientHandler(context: context, serverHostname: endpoint.node.text))
                    try pipeline.addHandler(
                        HandshakeWatch(roots: roots, timeout: timeout) { refusal, detail in
                            found.reason.withLock { $0 = (refusal, detail) }
                        })
                }
            }
        guard let channel = try? await bootstrap.connect(host: endpoint.host, port: endpoint.port).get() else {
            return nil
        }
        try? await channel.closeFuture.get()
        return found.reason.withLock { $0 }
    }

    private final class Found: Sendable {
        let reason = Mutex<(HandshakeRefusal, String)?>(nil)
    }
}
