public import Compensation
import Foundation
import Synchronization

/// Progress of a long command on one line of standard error that is written over; silent unless that is a terminal.
public final class ProgressLine: Sendable {
    private let language: Language
    private let isTerminal: Bool
    private let state: Mutex<State>

    private struct State {
        var start: ContinuousClock.Instant
        var shown: ContinuousClock.Instant
        var stage = Bilingual(zh: "", en: "")
        var isOpen = false
    }

    public init(_ language: Language) {
        self.language = language
        isTerminal = isatty(STDERR_FILENO) == 1
        let now = ContinuousClock().now
        state = Mutex(State(start: now, shown: now))
    }

    /// Begins another stage; rates and estimates are its own.
    func begin(zh: String, en: String) {
        state.withLock {
            $0.start = ContinuousClock().now
            $0.shown = $0.start
            $0.stage = Bilingual(zh: zh, en: en)
        }
    }

    /// `done` of `total` of the stage's units, at most five times a second.
    func show(_ done: Int, of total: Int) {
        guard isTerminal else { return }
        state.withLock { state in
            let now = ContinuousClock().now
            guard now - state.shown > .milliseconds(200), total > 0 else { return }
            state.shown = now
            state.isOpen = true
            let milliseconds = max(1, Int((now - state.start) / .milliseconds(1)))
            let rate = done * 1000 / milliseconds
            let left = rate > 0 ? (total - done) / rate : 0
            let text = Bilingual(
                zh: "\(state.stage.zh) \(done * 100 / total)%  \(done)/\(total)  每秒 \(rate)  剩余约 \(left) 秒",
                en: "\(state.stage.en) \(done * 100 / total)%  \(done)/\(total)  \(rate)/s  about \(left) s left")
            Self.write("\r\u{1B}[K" + text(language))
        }
    }

    /// Clears the line.
    public func end() {
        state.withLock { state in
            if state.isOpen { Self.write("\r\u{1B}[K") }
            state.isOpen = false
        }
    }

    private static func write(_ text: String) {
        // A closed standard error loses progress, nothing else.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
