import NIOCore
import NIOSSL

/// Checks, on every new connection of a client, that the certificate is the expected node's.
///
/// A DNS name says "some server of the federation's authority under this name"; the URI and the
/// pinned key say which node.
struct PeerPin {
    let endpoint: PeerEndpoint
    let credentials: TLSCredentials
    /// Told of every certificate of the right node.
    let seen: @Sendable (PeerIdentity) -> Void

    /// The failure, or `nil` when the certificate is the right one.
    func check(_ certificate: NIOSSLCertificate?) -> TransportFailure? {
        guard let certificate else {
            return TransportFailure(.tlsUntrusted, "the peer showed no certificate")
        }
        switch PeerIdentity.reading(certificate) {
        case .failure(let refusal):
            return TransportFailure(.tlsWrongPeer, refusal.rawValue)
        case .success(let identity):
            guard identity.node == endpoint.node else {
                return TransportFailure(.tlsWrongPeer, "\(identity.node) answered for \(endpoint.node)")
            }
            if let pin = endpoint.pinnedKey, Array(pin.utf8) != Array(identity.keyDigest.utf8) {
                return TransportFailure(.tlsWrongPeer, "the key of \(identity.node) is not the pinned one")
            }
            seen(identity)
            guard !credentials.isRevoked(certificate) else {
                return TransportFailure(.tlsRevoked, "the authority has revoked the certificate of \(identity.node)")
            }
            return nil
        }
    }

    /// For the HTTP client's hook on new connections, which calls on the connection's event loop.
    ///
    /// The answer is ready when this returns: a connection that closes while the hook is still
    /// deciding would leave the client's pool with a connection it does not know.
    func verify(_ channel: any Channel) -> EventLoopFuture<Void> {
        let loop = channel.eventLoop
        guard loop.inEventLoop else {
            return channel.nioSSL_peerCertificate().flatMapThrowing { certificate in
                if let failure = check(certificate) { throw failure }
            }
        }
        let certificate = try? channel.pipeline.syncOperations.nioSSL_peerCertificate()
        guard let failure = check(certificate) else { return loop.makeSucceededVoidFuture() }
        // The pool forgets a refused connection without closing it.
        loop.execute { channel.close(promise: nil) }
        return loop.makeFailedFuture(failure)
    }
}
