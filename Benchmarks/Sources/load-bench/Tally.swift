import NIOCore

/// What happened during one step.
struct Tally {
    /// Requests by who asked, what for, and how it was answered.
    private(set) var requests: [String: Int] = [:]
    /// Seconds of requests to the centre that were answered at once.
    private var answers: [Double] = []
    /// Seconds from a settlement's last acceptance to the centre's verdict on it, seen by a member.
    private(set) var verdicts: [Double] = []

    mutating func count(_ what: String) { requests[what, default: 0] += 1 }
    mutating func answered(in time: TimeAmount) { answers.append(Double(time.nanoseconds) / 1e9) }
    mutating func judged(after time: TimeAmount) { verdicts.append(Double(time.nanoseconds) / 1e9) }

    var fields: [String: Any] {
        ["requests": requests, "answers": Self.spread(answers), "verdicts": Self.spread(verdicts)]
    }

    private static func spread(_ seconds: [Double]) -> [String: Any] {
        let sorted = seconds.sorted()
        guard let last = sorted.last else { return ["count": 0] }
        func part(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))] }
        return ["count": sorted.count, "p50": part(0.5), "p99": part(0.99), "max": last]
    }
}
