public import Federation
import Foundation

/// Where time enters. Everything inside gets it as a value.
public protocol NodeClock: Sendable {
    var now: Timestamp { get }
}
