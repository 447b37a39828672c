import Federation
import Synchronization

@testable import NodeService

/// The machine's clock, which nobody waits for; in the midst of the next wait something else happens first.
final class InterruptingClock: NodeClock {
    private let event = Mutex<(@Sendable () async throws -> Void)?>(nil)

    var now: Timestamp { SystemClock().now }

    func atNextWait(_ body: @escaping @Sendable () async throws -> Void) { event.withLock { $0 = body } }

    func sleep(for duration: Duration) async throws {
        let body = event.withLock { event -> (@Sendable () async throws -> Void)? in
            defer { event = nil }
            return event
        }
        try await body?()
    }
}
