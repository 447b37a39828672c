/// Wakes everyone who waits for this node's logs to grow.
actor ChangeSignal {
    private(set) var generation = 0
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0
    private let executor: (any TaskExecutor)?

    init(_ executor: (any TaskExecutor)? = nil) { self.executor = executor }

    func fire() {
        generation += 1
        let woken = waiters
        waiters = [:]
        for (_, waiter) in woken.sorted(by: { $0.key < $1.key }) { waiter.resume() }
    }

    /// Returns when the generation is no longer `known`, or when the task is cancelled.
    func changed(since known: Int) async {
        nextWaiter += 1
        let waiter = nextWaiter
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if generation != known || Task.isCancelled {
                    continuation.resume()
                } else {
                    waiters[waiter] = continuation
                }
            }
        } onCancel: {
            Task(executorPreference: executor) { await self.cancel(waiter) }
        }
    }

    private func cancel(_ waiter: Int) { waiters.removeValue(forKey: waiter)?.resume() }
}
