import NodeStore
import Synchronization

/// Refuses one commit, as a disk that is full at that moment, or reports one that happened as failed; counted from when
/// it is armed. Where it is told to, what is read next cannot be read either, or that alone.
final class FailingOnce: CommitWatch {
    private struct Failed: Error {}

    private struct State {
        var left = Int.max
        var failsReading = false
        /// Whether the commit has failed and nothing has been read since.
        var isReadNext = false
    }

    enum Fault {
        case commit, report
        /// The commit happens and is told of; what is read next cannot be read.
        case reading
    }

    private let state = Mutex(State())
    private let fault: Fault

    init(_ fault: Fault = .commit) { self.fault = fault }

    func arm(_ count: Int, failsReading: Bool = false) {
        state.withLock { $0 = State(left: count, failsReading: failsReading) }
    }

    func willRead() throws {
        try state.withLock { state in
            guard state.isReadNext else { return }
            state.isReadNext = false
            throw Failed()
        }
    }

    func willWrite() throws {}
    func willCommit() throws { if fault == .commit { try count() } }
    func didCommit() throws { if fault != .commit { try count() } }

    private func count() throws {
        try state.withLock { state in
            state.left -= 1
            guard state.left == 0 else { return }
            state.isReadNext = state.failsReading || fault == .reading
            if fault != .reading { throw Failed() }
        }
    }
}
