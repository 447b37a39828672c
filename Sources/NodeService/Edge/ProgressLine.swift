public import Compensation
import Foundation
public import Presentation
import Synchronization

/// Progress of a long command on one line of standard error that is written over; silent unless that is a terminal
/// and the command answers a person.
public final class ProgressLine: ProgressListener {
    private let language: Language
    let isShown: Bool
    private let state: Mutex<State>

    private struct State {
        var start: Duration
        var shown: Duration
        var stage = Bilingual(zh: "", en: "")
        var isOpen = false
    }

    public init(_ language: Language, _ format: OutputFormat) {
        self.language = language
        isShown = isatty(STDERR_FILENO) == 1 && (format == .table || format == .wide)
        let now = MachineTime.uptime
        state = Mutex(State(start: now, shown: now))
    }

    func begin(zh: String, en: String) {
        state.withLock {
            $0.start = MachineTime.uptime
            $0.shown = $0.start
            $0.stage = Bilingual(zh: zh, en: en)
        }
    }

    /// At most five times a second.
    func show(_ done: Int, of total: Int) {
        guard isShown else { return }
        state.withLock { state in
            let now = MachineTime.uptime
            guard now - state.shown > .milliseconds(200), total > 0 else { return }
            state.shown = now
            state.isOpen = true
            let milliseconds = (now - state.start).milliseconds
            let text = ProgressText.line(state.stage, done, of: total, gained: done, in: milliseconds)
            Self.write("\r\u{1B}[K" + text(language))
        }
    }

    /// Shows what a running node has told of its own doing.
    func show(_ frame: ProgressFrame) {
        let stage = Bilingual(zh: frame.zh, en: frame.en)
        if state.withLock({ $0.stage }) != stage { begin(zh: stage.zh, en: stage.en) }
        show(frame.done, of: frame.total)
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
