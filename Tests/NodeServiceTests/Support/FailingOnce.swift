import NodeStore
import Synchronization

/// Refuses one commit, as a disk that is full at that moment, or reports one that happened as failed; counted from when
/// it is armed.
final class FailingOnce: CommitWatch {
    private struct Failed: Error {}
    private let left = Mutex(Int.max)
    private let isReport: Bool

    init(isReport: Bool = false) { self.isReport = isReport }

    func arm(_ count: Int) { left.withLock { $0 = count } }
    func willWrite() throws {}
    func willCommit() throws { if !isReport { try count() } }
    func didCommit() throws { if isReport { try count() } }

    private func count() throws {
        try left.withLock { left in
            left -= 1
            if left == 0 { throw Failed() }
        }
    }
}
