import Federation
import Foundation
import Synchronization

@testable import NodeService

/// A clock that stands. What is begun for nobody in particular is done when a test says so, and sleeps end then.
final class HeldClock: NodeClock, TaskExecutor {
    private struct Sleeper {
        let id: Int
        let duration: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var jobs: [UnownedJob] = []
        var sleepers: [Sleeper] = []
        var lastID = 0
    }

    private let state = Mutex(State())

    var now: Timestamp { Timestamp(secondsSinceEpoch: 1_600_000_000) }
    var uptime: Duration { .zero }
    var executor: (any TaskExecutor)? { self }

    /// Whether something was begun that has not been done.
    var hasWork: Bool { state.withLock { !$0.jobs.isEmpty } }
    /// How long each who sleeps now wants to.
    var sleeps: [Duration] { state.withLock { $0.sleepers.map(\.duration) } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
    }

    /// Does what was begun, until there is only sleep left. On a thread of its own, as jobs would be run otherwise.
    func work() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let thread = Thread {
                while let job = self.nextJob() { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
                continuation.resume()
            }
            thread.start()
        }
    }

    private func nextJob() -> UnownedJob? {
        state.withLock { state in state.jobs.isEmpty ? nil : state.jobs.removeFirst() }
    }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                guard !Task.isCancelled else { return continuation.resume(throwing: CancellationError()) }
                state.withLock { $0.sleepers.append(Sleeper(id: id, duration: duration, continuation: continuation)) }
            }
        } onCancel: {
            for sleeper in take({ $0.id == id }) { sleeper.continuation.resume(throwing: CancellationError()) }
        }
    }

    /// Everybody who sleeps has slept enough.
    func wake() {
        for sleeper in take({ _ in true }) { sleeper.continuation.resume() }
    }

    private func take(_ isMeant: (Sleeper) -> Bool) -> [Sleeper] {
        state.withLock { state in
            let taken = state.sleepers.filter(isMeant)
            state.sleepers.removeAll(where: isMeant)
            return taken
        }
    }
}
