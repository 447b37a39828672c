import Synchronization

/// Runs every job of a world on the one thread that calls `run`, one at a time, in an order that the seed decides, and
/// moves simulated time on when nothing is left to do.
///
/// Everything that runs in a world is a task with this executor as its preference (SE-0417): its children, its
/// continuations and the default actors it calls come back here. Nothing else may be awaited.
final class SimulationLoop: TaskExecutor {
    private struct Timer {
        let due: Duration
        let id: Int
        let lease: Lease?
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var ready: [UnownedJob] = []
        /// Sorted, the next one last.
        var timers: [Timer] = []
        var lastID = 0
        var chance: Chance
        var jobs = 0
        var isAtWork = false
    }

    private let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(chance: Chance(seed, "order"))) }

    /// Simulated time since the world began.
    var now: Duration { state.withLock { $0.now } }
    /// Jobs run so far.
    var jobs: Int { state.withLock { $0.jobs } }
    /// Whether a job of the world runs, and not who looks at the world.
    var isAtWork: Bool { state.withLock { $0.isAtWork } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.ready.append(job) }
    }

    /// Returns in simulated time; throws `CancellationError` when the task is cancelled or the lease ends.
    func sleep(for duration: Duration, _ lease: Lease?) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                guard !Task.isCancelled, lease?.isOver != true else {
                    return continuation.resume(throwing: CancellationError())
                }
                state.withLock { state in
                    let due = state.now + max(duration, .zero)
                    let timer = Timer(due: due, id: id, lease: lease, continuation: continuation)
                    let place = state.timers.lastIndex { $0.due > due }.map { $0 + 1 } ?? 0
                    state.timers.insert(timer, at: place)
                }
            }
        } onCancel: {
            wake { $0.id == id }
        }
    }

    /// Nobody on this lease sleeps any longer.
    func endSleep(of lease: Lease) { wake { $0.lease === lease } }

    private func wake(_ isMeant: (Timer) -> Bool) {
        let woken = state.withLock { state in
            let woken = state.timers.filter(isMeant)
            state.timers.removeAll(where: isMeant)
            return woken
        }
        for timer in woken.reversed() { timer.continuation.resume(throwing: CancellationError()) }
    }

    /// Runs whatever is ready or falls due within `duration`, and moves time on by it.
    func run(for duration: Duration) {
        let end = now + duration
        while step(until: end) {}
    }

    /// Runs until `isDone` or simulated time `limit` has passed; whether it is done.
    func run(upTo limit: Duration, until isDone: () -> Bool) -> Bool {
        let end = now + limit
        while !isDone() {
            guard step(until: end) else { return isDone() }
        }
        return true
    }

    /// One job, or time moves on; `false` at the end.
    private func step(until end: Duration) -> Bool {
        let job: UnownedJob? = state.withLock { state in
            guard !state.ready.isEmpty else { return nil }
            state.jobs += 1
            state.isAtWork = true
            return state.ready.remove(at: state.chance.below(state.ready.count))
        }
        if let job {
            job.runSynchronously(on: asUnownedTaskExecutor())
            state.withLock { $0.isAtWork = false }
            return true
        }
        let timer: Timer? = state.withLock { state in
            guard let next = state.timers.last, next.due <= end else {
                state.now = end
                return nil
            }
            state.now = max(state.now, next.due)
            return state.timers.removeLast()
        }
        timer?.continuation.resume()
        return timer != nil
    }
}
