import Synchronization
import TransparencyLog

/// Slows down whoever guesses: after five failures an account name is locked for a minute, then for twice as long each
/// time, up to fifteen. An hour without a failure counts as none before. Names without an account are counted alike.
final class LogInGuard: Sendable {
    private struct Count {
        var failures = 0
        var last = Duration.zero
        var lockedUntil = Duration.zero
    }

    private let clock: any NodeClock
    private let counts = Mutex<[ContentDigest: Count]>([:])

    private static let patience = 5
    private static let memory = Duration.seconds(3_600)
    private static let mostNames = 1_024

    init(_ clock: any NodeClock) { self.clock = clock }

    func isLocked(_ name: String) -> Bool {
        let now = clock.uptime
        return counts.withLock { now < $0[Self.key(name)]?.lockedUntil ?? .zero }
    }

    func failed(_ name: String) {
        let now = clock.uptime
        counts.withLock { counts in
            if counts.count >= Self.mostNames, counts[Self.key(name)] == nil {
                counts = counts.filter { now < $0.value.lockedUntil }
                if counts.count >= Self.mostNames { return }
            }
            var count = counts[Self.key(name)] ?? Count()
            if now - count.last > Self.memory { count = Count() }
            count.failures += 1
            count.last = now
            let excess = count.failures - Self.patience
            if excess >= 0 { count.lockedUntil = now + .seconds(min(60 << min(excess, 4), 900)) }
            counts[Self.key(name)] = count
        }
    }

    func succeeded(_ name: String) { counts.withLock { $0[Self.key(name)] = nil } }

    private static func key(_ name: String) -> ContentDigest { ContentDigest(of: Array(name.utf8)) }
}
