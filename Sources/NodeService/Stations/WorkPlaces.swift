import Synchronization

/// How many batches are worked on at once: what they may cost in memory is the number of places times the largest.
final class WorkPlaces: Sendable {
    private let free: Mutex<Int>

    init(count: Int) { free = Mutex(count) }

    func take() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    func leave() { free.withLock { $0 += 1 } }
}
