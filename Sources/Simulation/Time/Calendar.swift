import Federation
import Synchronization

/// The true time of a world.
final class Calendar: Sendable {
    private let start: Mutex<Int64>

    /// - Parameter start: when the world begins.
    init(_ start: Timestamp) { self.start = Mutex(start.secondsSinceEpoch) }

    func seconds(at time: Duration) -> Int64 { start.withLock { $0 } + time.components.seconds }

    /// Leaps to `moment`, unless it has passed.
    func leap(to moment: Timestamp, at time: Duration) {
        start.withLock { $0 = max($0, moment.secondsSinceEpoch - time.components.seconds) }
    }
}
