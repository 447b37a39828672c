public import Federation
import Foundation

/// The machine's clock.
public struct SystemClock: NodeClock {
    public init() {}

    public var now: Timestamp { Timestamp(secondsSinceEpoch: Int64(Self.date.timeIntervalSince1970.rounded(.down))) }

    /// For certificate dates, which X.509 libraries take as `Date`.
    static var date: Date { Date() }

    static func date(of moment: Timestamp) -> Date {
        Date(timeIntervalSince1970: TimeInterval(moment.secondsSinceEpoch))
    }
}
