public import Compensation

/// A second at fixed +08:00: when something was said. Order comes from log positions, never from this.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSinceEpoch: Int64

    public init(secondsSinceEpoch: Int64) { self.secondsSinceEpoch = secondsSinceEpoch }

    /// RFC 3339 at +08:00, exactly `2026-11-21T17:30:05+08:00`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 25, bytes[16] == UInt8(ascii: ":"), (48...53).contains(bytes[17]),
            (48...57).contains(bytes[18]),
            let minute = CivilTime(text: String(decoding: bytes[0..<16] + bytes[19...], as: UTF8.self))
        else { return nil }
        secondsSinceEpoch = minute.minutesSinceEpoch * 60 + Int64(bytes[17] - 48) * 10 + Int64(bytes[18] - 48)
    }

    /// The minute this second lies in; `nil` outside the years 0001 to 9999.
    public var civilTime: CivilTime? {
        CivilTime(minutesSinceEpoch: secondsSinceEpoch.flooredQuotient(60))
    }

    public var text: String {
        guard let minute = civilTime else { return "out-of-range" }
        let bytes = Array(minute.text.utf8)
        let second = secondsSinceEpoch - secondsSinceEpoch.flooredQuotient(60) * 60
        return String(decoding: bytes[0..<16], as: UTF8.self) + (second < 10 ? ":0" : ":") + String(second)
            + String(decoding: bytes[16...], as: UTF8.self)
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.secondsSinceEpoch < b.secondsSinceEpoch }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : (self - divisor + 1) / divisor
    }
}
