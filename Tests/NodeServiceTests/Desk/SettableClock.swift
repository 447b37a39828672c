import Federation
import Synchronization

@testable import NodeService

/// A clock that stands until it is moved.
final class SettableClock: NodeClock {
    private let moment = Mutex(Duration.zero)

    var now: Timestamp { Timestamp(secondsSinceEpoch: 1_600_000_000 + uptime.components.seconds) }
    var uptime: Duration { moment.withLock { $0 } }

    func pass(_ duration: Duration) { moment.withLock { $0 += duration } }
}
