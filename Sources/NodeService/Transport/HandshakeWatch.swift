import Foundation
import NIOCore
import NIOSSL
import NIOTLS
import SwiftASN1
import X509

/// Sits behind the TLS handler of one connection until the first decrypted bytes arrive: reports
/// why the handshake failed, and closes connections that say nothing in time.
final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let roots: [Certificate]
    private let timeout: TimeAmount
    private let isRevoked: @Sendable (Certificate) -> Bool
    private let report: @Sendable (HandshakeRefusal, String) -> Void
    private var deadline: Scheduled<Void>?
    private var settled = false

    /// - Parameters:
    ///   - roots: the authorities believed on this connection.
    ///   - timeout: until the first decrypted byte.
    ///   - isRevoked: asked once the handshake is complete; the TLS library looks at no revocation list.
    ///   - report: called at most once, with the reason and a detail for people.
    init(
        roots: [Certificate], timeout: TimeAmount,
        isRevoked: @escaping @Sendable (Certificate) -> Bool = { _ in false },
        report: @escaping @Sendable (HandshakeRefusal, String) -> Void
    ) {
        self.roots = roots
        self.timeout = timeout
        self.isRevoked = isRevoked
        self.report = report
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { startDeadline(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        startDeadline(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        settled = true
        deadline?.cancel()
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if !settled, case .handshakeCompleted? = event as? TLSUserEvent,
            let certificate = presentedCertificate(context), isRevoked(certificate)
        {
            settled = true
            deadline?.cancel()
            report(.revoked, "serial number \(certificate.serialNumber.octets)")
            context.close(promise: nil)
            return
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !settled, Self.isHandshakeFailure(error) {
            settled = true
            deadline?.cancel()
            let text = String(describing: error)
            report(
                HandshakeRefusal.classify(
                    errorText: text, presented: presentedCertificate(context), roots: roots, now: SystemClock.date),
                text)
        }
        context.fireErrorCaught(error)
    }

    private func startDeadline(_ context: ChannelHandlerContext) {
        guard deadline == nil else { return }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: timeout) {
            let (watch, context) = bound.value
            guard !watch.settled else { return }
            watch.settled = true
            watch.report(.timeout, "nothing readable within the time allowed")
            context.close(promise: nil)
        }
    }

    /// The TLS library keeps the certificate of a failed handshake until the handler goes away.
    private func presentedCertificate(_ context: ChannelHandlerContext) -> Certificate? {
        guard let raw = try? context.pipeline.syncOperations.nioSSL_peerCertificate(),
            let bytes = try? raw.toDERBytes()
        else { return nil }
        return try? Certificate(derEncoded: bytes)
    }

    private static func isHandshakeFailure(_ error: any Error) -> Bool {
        switch error {
        case NIOSSLError.handshakeFailed: true
        case is NIOSSLExtraError: true
        default: false
        }
    }
}
