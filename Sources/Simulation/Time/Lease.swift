import Synchronization

/// How long one start of one machine lasts. When it is over nothing that it still computes reaches a disk, a peer or an
/// operator: as seen from outside the process is gone.
final class Lease: Sendable {
    private struct State {
        var isOver = false
        var atEnd: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    var isOver: Bool { state.withLock { $0.isOver } }

    /// Runs `body` when the lease ends; at once where it has ended.
    func atEnd(_ body: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state in
            if !state.isOver { state.atEnd.append(body) }
            return state.isOver
        }
        if isOver { body() }
    }

    func end() {
        let bodies = state.withLock { state in
            state.isOver = true
            defer { state.atEnd = [] }
            return state.atEnd
        }
        for body in bodies { body() }
    }
}
