public import Federation
import Foundation

/// Where time enters. Everything inside gets it as a value.
public protocol NodeClock: Sendable {
    var now: Timestamp { get }
    /// Time since some moment; it never goes back, whatever happens to `now`. For waits that must end.
    var uptime: Duration { get }
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws
    /// What runs work that whoever began it does not wait for; `nil`: the usual threads.
    var executor: (any TaskExecutor)? { get }
}

extension NodeClock {
    public var uptime: Duration { MachineTime.uptime }
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
    public var executor: (any TaskExecutor)? { nil }
}
