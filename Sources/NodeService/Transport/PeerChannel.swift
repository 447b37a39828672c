import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// Sets up one accepted connection: TLS, where there is trust, with the credentials of the moment, the watch on its
/// handshake, then HTTP/1.1; and carries the connection's identity to its requests.
struct PeerChannel: ServerChildChannel {
    let base: HTTP1Channel
    /// `nil`: without TLS.
    let trust: ServerTrust?
    let ledger: ConnectionLedger
    let handshakeTimeout: TimeAmount

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        ledger.opened(channel)
        guard let trust = trust?.current else { return base.setup(channel: channel, logger: logger) }
        let remote = channel.remoteAddress?.description ?? "unknown"
        return channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(NIOSSLServerHandler(context: trust.context))
            try pipeline.addHandler(
                HandshakeWatch(
                    roots: trust.credentials?.roots ?? [], timeout: handshakeTimeout,
                    isRevoked: { trust.credentials?.isRevoked($0) ?? false }
                ) { refusal, detail in
                    // A scanner that hangs up is no news; a refusal is.
                    let level: Logger.Level = refusal == .aborted ? .info : .warning
                    logger.log(
                        level: level, "TLS handshake refused",
                        metadata: [
                            "event": "\(refusal.rawValue)", "remote": "\(remote)", "detail": "\(detail)",
                        ])
                })
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await ConnectionIdentity.$current.withValue(ConnectionIdentity(value.channel)) {
            await base.handle(value: value, logger: logger)
        }
    }
}
