import Federation
import NodeService
import Synchronization

/// One machine's clock. The calendar is the world's, wrong by as much as this clock is skewed; it leaps over quiet days
/// while timers stand still, as on machines that are suspended.
final class SimulatedClock: NodeClock {
    private let loop: SimulationLoop
    private let calendar: Calendar
    private let lease: Lease
    private let skew: Mutex<Int64>

    init(_ loop: SimulationLoop, _ calendar: Calendar, _ lease: Lease, skew: Int64) {
        self.loop = loop
        self.calendar = calendar
        self.lease = lease
        self.skew = Mutex(skew)
    }

    var now: Timestamp { Timestamp(secondsSinceEpoch: calendar.seconds(at: loop.now) + skew.withLock { $0 }) }

    func set(skew seconds: Int64) { skew.withLock { $0 = seconds } }

    /// On a dead machine every wait has ended, so that what still runs there runs out.
    var uptime: Duration { lease.isOver ? .seconds(1 << 40) : loop.now }

    func sleep(for duration: Duration) async throws { try await loop.sleep(for: duration, lease) }

    var executor: (any TaskExecutor)? { loop }
}
