import Federation
import Synchronization

@testable import NodeService

/// A clock that stands until it is set.
final class FixedClock: NodeClock {
    private let moment: Mutex<Timestamp>

    init(_ moment: Timestamp) { self.moment = Mutex(moment) }

    var now: Timestamp { moment.withLock { $0 } }
    func set(_ moment: Timestamp) { self.moment.withLock { $0 = moment } }
}
