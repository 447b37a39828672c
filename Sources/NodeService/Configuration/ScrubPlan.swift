import Compensation

/// How a running node re-reads what it stores, looking for rot: slowly, so that nobody notices.
public struct ScrubPlan: Sendable {
    /// Entries hashed per second; 0 for never.
    public let entriesPerSecond: Int
    /// Seconds from the start of the node to the first pass.
    public let startAfterSeconds: Int
    /// Hours between two passes.
    public let pauseHours: Int

    /// The optional section `scrub` of `node.yaml`: a year of readings is gone through in less than an hour, once a day.
    init(_ reader: inout ConfigurationReader) throws {
        guard reader.keys.contains("scrub") else {
            (entriesPerSecond, startAfterSeconds, pauseHours) = (2_000, 600, 24)
            return
        }
        var section = try reader.section("scrub")
        func number(_ key: String, _ range: ClosedRange<Int>) throws -> Int {
            let expected = Bilingual(
                zh: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return try section.parsed(key, expected: expected) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
        }
        entriesPerSecond = try number("entries_per_second", 0...1_000_000)
        startAfterSeconds = try number("start_after_seconds", 0...604_800)
        pauseHours = try number("pause_hours", 1...8_760)
        try section.finish()
    }
}
