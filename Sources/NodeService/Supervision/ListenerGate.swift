import Synchronization

/// Opens once: when the last of the expected listeners has said that it is up.
final class ListenerGate: Sendable {
    private let missing: Mutex<Int>
    private let open: @Sendable () -> Void

    init(expecting count: Int, open: @escaping @Sendable () -> Void) {
        missing = Mutex(count)
        self.open = open
    }

    func isUp() {
        let isLast = missing.withLock { missing in
            missing -= 1
            return missing == 0
        }
        if isLast { open() }
    }
}
