import Synchronization

/// How often each fault has happened.
final class Tally: Sendable {
    private let kinds = Mutex<[String: Int]>([:])

    var counts: [String: Int] { kinds.withLock { $0 } }
    func count(_ kind: FaultKind) { kinds.withLock { $0[kind.rawValue, default: 0] += 1 } }
}
