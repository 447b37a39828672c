import Foundation

/// Prints how long each stretch took.
struct Stopwatch {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() { last = clock.now }

    mutating func show(_ what: String, _ remark: String) {
        let now = clock.now
        let seconds = (now - last) / .seconds(1)
        last = now
        let padded = what.padding(toLength: 28, withPad: " ", startingAt: 0)
        let line = "\(padded)\(String(format: "%10.3f", seconds)) s  \(remark)\n"
        // Not print: a long run into a file is read while it goes on.
        FileHandle.standardOutput.write(Data(line.utf8))
    }

    /// The most memory the process has held, where the system tells.
    var memory: String {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        return status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "VmHWM unknown"
    }
}
