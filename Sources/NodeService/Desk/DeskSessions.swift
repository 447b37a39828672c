import Federation
import Synchronization
import TransparencyLog

/// The sessions of the desk, by the digest of what the browser shows.
final class DeskSessions: Sendable {
    private let clock: any NodeClock
    private let entropy: Entropy
    private let open = Mutex<[ContentDigest: DeskSession]>([:])

    private static let most = 64
    private static let mostOfOne = 4

    init(_ clock: any NodeClock, _ entropy: Entropy) {
        self.clock = clock
        self.entropy = entropy
    }

    /// Begins a session, and drops those that are over; the oldest one goes where there are too many, of this operator or
    /// of all.
    ///
    /// - Returns: what the browser shows from now on.
    func begin(_ account: OperatorAccount) -> String {
        let token = Hex.encode(entropy.bytes(32))
        let now = clock.uptime
        let session = DeskSession(of: account, opened: now, secret: entropy.bytes(32))
        open.withLock { open in
            open = open.filter { !$0.value.isOver(at: now) }
            func makeRoom(_ most: Int, _ isCounted: (DeskSession) -> Bool) {
                let counted = open.filter { isCounted($0.value) }
                guard counted.count >= most, let oldest = counted.min(by: { $0.value.opened < $1.value.opened }) else {
                    return
                }
                open[oldest.key] = nil
            }
            makeRoom(Self.mostOfOne) { $0.name.sameBytes(as: account.name) }
            makeRoom(Self.most) { _ in true }
            open[Self.key(token)] = session
        }
        return token
    }

    /// The session of a token, used now; `nil` when there is none, or it has lasted too long.
    func session(_ token: String) -> DeskSession? {
        let now = clock.uptime
        return open.withLock { open in
            guard let session = open[Self.key(token)] else { return nil }
            guard !session.isOver(at: now) else {
                open[Self.key(token)] = nil
                return nil
            }
            session.use(at: now)
            return session
        }
    }

    func end(_ token: String) {
        open.withLock { $0[Self.key(token)] = nil }
    }

    private static func key(_ token: String) -> ContentDigest { ContentDigest(of: Array(token.utf8)) }
}
