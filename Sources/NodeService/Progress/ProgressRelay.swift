import Synchronization

/// Hands on how far a command is, a few times a second at most; who is slow to listen gets the newest.
final class ProgressRelay: ProgressListener {
    let frames: AsyncStream<ProgressFrame>
    private let continuation: AsyncStream<ProgressFrame>.Continuation
    private let pause: Duration
    private let state: Mutex<State>

    private struct State {
        var frame = ProgressFrame(zh: "", en: "")
        var told: Duration
    }

    init(pause: Duration = .milliseconds(200)) {
        self.pause = pause
        (frames, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        state = Mutex(State(told: MachineTime.uptime))
    }

    func begin(zh: String, en: String) {
        state.withLock { $0.frame = ProgressFrame(zh: zh, en: en) }
    }

    func show(_ done: Int, of total: Int) {
        state.withLock { state in
            state.frame.done = done
            state.frame.total = total
            let now = MachineTime.uptime
            guard now - state.told >= pause else { return }
            state.told = now
            continuation.yield(state.frame)
        }
    }

    func end() {}

    /// The command is over: `frames` ends.
    func finish() { continuation.finish() }
}
