/// A moment on the monotonic clock, for waits that must end.
struct Deadline: Sendable {
    private let clock: any NodeClock
    private let moment: Duration

    init(after duration: Duration, by clock: any NodeClock = SystemClock()) {
        self.clock = clock
        moment = clock.uptime + duration
    }

    /// Zero or less when it has passed.
    var left: Duration { moment - clock.uptime }
}

extension Deadline {
    /// Time since the moment, for people: `0.412 s`.
    var elapsedText: String {
        let milliseconds = Int((Duration.zero - left) / Duration.milliseconds(1))
        let fraction = String(1000 + milliseconds % 1000).dropFirst()
        return "\(milliseconds / 1000).\(fraction) s"
    }
}
