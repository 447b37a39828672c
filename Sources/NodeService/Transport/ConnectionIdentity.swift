import Federation
import NIOCore
import NIOSSL
import Synchronization

/// Who is on one connection, read from its certificate at the first request and kept.
final class ConnectionIdentity: Sendable {
    /// The connection whose request is being answered.
    @TaskLocal static var current: ConnectionIdentity?

    private struct State {
        var reading: Result<PeerIdentity, IdentityRefusal>?
        var claimed = false
    }

    let channel: any Channel
    private let state = Mutex(State())

    init(_ channel: any Channel) {
        self.channel = channel
    }

    /// Requests of one connection come one after the other, so the certificate is parsed once.
    func reading() async throws -> Result<PeerIdentity, IdentityRefusal> {
        if let known = state.withLock({ $0.reading }) { return known }
        let reading: Result<PeerIdentity, IdentityRefusal>
        if let certificate = try await channel.nioSSL_peerCertificate().get() {
            reading = PeerIdentity.reading(certificate)
        } else {
            reading = .failure(.missing)
        }
        state.withLock { $0.reading = reading }
        return reading
    }

    /// Counts this connection for its member, once.
    func claim(_ member: NodeName, in ledger: ConnectionLedger) -> Bool {
        if state.withLock({ $0.claimed }) { return true }
        let granted = ledger.claim(member, channel)
        state.withLock { $0.claimed = granted }
        return granted
    }
}
