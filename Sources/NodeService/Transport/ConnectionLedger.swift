import Federation
import Logging
import NIOCore
import NIOSSL
import Synchronization

/// The open connections of a server: how many each member holds, which of them nobody has spoken for yet, and all of
/// them to be closed at the end of a stop.
final class ConnectionLedger: Sendable {
    private struct State {
        var open: [ObjectIdentifier: any Channel] = [:]
        var perMember: [NodeName: Int] = [:]
        var unclaimed = UnclaimedConnections()
        var isCrowded = false
        var ended = false

        /// The connection is spoken for, or closed.
        mutating func settle(_ key: ObjectIdentifier, limit: Int) {
            unclaimed.remove(key)
            if unclaimed.count <= limit / 2 { isCrowded = false }
        }
    }

    private let memberLimit: Int
    private let unclaimedLimit: Int
    private let logger: Logger
    private let state = Mutex(State())

    /// - Parameters:
    ///   - memberLimit: connections one member may hold.
    ///   - unclaimedLimit: connections without a member's request. One more, and one is closed: the oldest of those
    ///     that come from where most come from. Whoever opens thousands pushes out its own, however fast it opens
    ///     new ones, unless they come from more networks than this is.
    init(memberLimit: Int, unclaimedLimit: Int, logger: Logger) {
        self.memberLimit = memberLimit
        self.unclaimedLimit = unclaimedLimit
        self.logger = logger
    }

    func opened(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        let (tooMany, isNews) = state.withLock { state -> ((any Channel)?, Bool) in
            guard !state.ended else { return (channel, false) }
            state.open[key] = channel
            state.unclaimed.add(key, from: UnclaimedConnections.network(channel.remoteAddress))
            guard state.unclaimed.count > unclaimedLimit else { return (nil, false) }
            defer { state.isCrowded = true }
            return (state.unclaimed.removeFromLargestNetwork().flatMap { state.open[$0] }, !state.isCrowded)
        }
        tooMany?.close(promise: nil)
        if isNews {
            logger.warning(
                "too many connections on which nothing is asked; the oldest from where most come from are closed",
                metadata: ["event": "\(TransportEvent.crowded.rawValue)", "limit": "\(unclaimedLimit)"])
        }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { state in
                state.open[key] = nil
                state.settle(key, limit: self.unclaimedLimit)
            }
        }
    }

    /// Counts a connection for its member until it closes.
    ///
    /// - Returns: false when the member has reached its limit; then nothing is counted.
    func claim(_ member: NodeName, _ channel: any Channel) -> Bool {
        let granted = state.withLock { state in
            let held = state.perMember[member, default: 0]
            guard held < memberLimit else { return false }
            state.perMember[member] = held + 1
            state.settle(ObjectIdentifier(channel), limit: unclaimedLimit)
            return true
        }
        if granted {
            channel.closeFuture.whenComplete { _ in self.release(member) }
        }
        return granted
    }

    /// Somebody who is known asks for something on this connection.
    func claim(_ channel: any Channel) {
        state.withLock { $0.settle(ObjectIdentifier(channel), limit: unclaimedLimit) }
    }

    /// Closes the open connections whose certificate is refused from now on, and tells of each.
    func close(
        where isRefused: @escaping @Sendable (NIOSSLCertificate) -> Bool, told: @escaping @Sendable (String) -> Void
    ) {
        for channel in state.withLock({ Array($0.open.values) }) {
            channel.nioSSL_peerCertificate().whenSuccess { certificate in
                guard let certificate, isRefused(certificate) else { return }
                told(channel.remoteAddress?.description ?? "unknown")
                channel.close(promise: nil)
            }
        }
    }

    /// Closes every connection, and from now on every new one at once.
    func closeAll() {
        let channels = state.withLock { state in
            state.ended = true
            return Array(state.open.values)
        }
        for channel in channels { channel.close(promise: nil) }
    }

    private func release(_ member: NodeName) {
        state.withLock { state in
            guard let held = state.perMember[member], held > 1 else {
                state.perMember[member] = nil
                return
            }
            state.perMember[member] = held - 1
        }
    }
}
