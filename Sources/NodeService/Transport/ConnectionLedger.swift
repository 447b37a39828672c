import Federation
import NIOCore
import NIOSSL
import Synchronization

/// The open connections of a server: how many each member holds, and all of them to be closed at
/// the end of a stop.
final class ConnectionLedger: Sendable {
    private struct State {
        var open: [ObjectIdentifier: any Channel] = [:]
        var perMember: [NodeName: Int] = [:]
        var ended = false
    }

    private let memberLimit: Int
    private let state = Mutex(State())

    /// - Parameter memberLimit: connections one member may hold.
    init(memberLimit: Int) {
        self.memberLimit = memberLimit
    }

    func opened(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        let tooLate = state.withLock { state in
            state.open[key] = channel
            return state.ended
        }
        if tooLate { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { $0.open[key] = nil }
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
            return true
        }
        if granted {
            channel.closeFuture.whenComplete { _ in self.release(member) }
        }
        return granted
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
