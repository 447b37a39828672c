import Synchronization
import TransparencyLog

/// What happened, one line per event. Two runs are the same when their digests are.
final class Trace: Sendable {
    private struct State {
        var lines = 0
        var digest = ContentDigest(of: [])
    }

    private let state = Mutex(State())
    private let hidden: String
    private let show: @Sendable (String) -> Void

    /// - Parameter hidden: the path of this run's folder, which tells nothing.
    init(hiding hidden: String, _ show: @escaping @Sendable (String) -> Void) {
        self.hidden = hidden
        self.show = show
    }

    func note(_ time: Duration, _ who: String, _ what: String) {
        let (seconds, fraction) = time.components
        let thousandths = String(fraction / 1_000_000_000_000_000 + 1000).dropFirst()
        let line = "\(seconds).\(thousandths) \(who) \(what)".replacing(hidden, with: "~")
        state.withLock { state in
            state.lines += 1
            state.digest = ContentDigest(of: Array((state.digest.hex + line).utf8))
        }
        show(line)
    }

    var lines: Int { state.withLock { $0.lines } }
    var digest: String { state.withLock { $0.digest.hex } }
}
