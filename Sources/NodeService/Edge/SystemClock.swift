public import Federation
import Foundation

/// The machine's clock.
public struct SystemClock: NodeClock {
    public init() {}

    public var now: Timestamp { Timestamp(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}
