import Synchronization

/// How often each sender may ask: a steady rate with a minute's worth at once.
final class RequestRate: Sendable {
    private let interval: Duration
    /// When the requests of a sender, one each interval, would have ended.
    private let ends = Mutex<[String: Deadline]>([:])

    private static let window = Duration.seconds(60)
    private static let mostSenders = 4_096

    init(perMinute: Int) { interval = Self.window / perMinute }

    /// Counts a request. Returns the seconds to wait when it comes too soon; `nil` when it is in time.
    func excess(of sender: String) -> Int? {
        ends.withLock { ends in
            // Whoever asks names itself: what has ended is forgotten before it fills the memory.
            if ends.count > Self.mostSenders { ends = ends.filter { $0.value.left > .zero } }
            let ahead = max(ends[sender]?.left ?? .zero, .zero) + interval
            let excess = ahead - Self.window
            guard excess > .zero else {
                ends[sender] = Deadline(after: ahead)
                return nil
            }
            return Int(excess.components.seconds) + 1
        }
    }
}
