import Foundation
import Synchronization
import Testing

@testable import NodeService

/// Whether a node that hangs is known for it.
@Suite("Signs of life")
struct LivenessTests {
    /// Holds a thread up until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Mutex(false)

        func open() { isOpen.withLock { $0 = true } }

        /// Whether it was opened, within half a minute.
        func hold() -> Bool {
            for _ in 0..<3_000 {
                if isOpen.withLock({ $0 }) { return true }
                Thread.sleep(forTimeInterval: 0.01)
            }
            return false
        }
    }

    @Test("A node whose actor is held up is told within the patience, and counts again when it goes on")
    func held() async throws {
        let local = try await LocalNode()
        // Its folder goes with it.
        defer { withExtendedLifetime(local) {} }
        let node = try local.open()
        let status = RecentStatus(node: node)
        let desk = OperationsDesk(node: node, status: status, started: node.clock.now, patience: .seconds(30))
        let hasty = OperationsDesk(node: node, status: status, started: node.clock.now, patience: .milliseconds(300))
        #expect(await desk.isAlive())
        let gate = Gate()
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let act = Task {
            try await node.act { _ in
                enter.yield()
                return (gate.hold(), [])
            }
        }
        for await _ in entered { break }
        #expect(await !hasty.isAlive())
        gate.open()
        // What was asked for was answered while the actor was held, not after.
        #expect(try await act.value.0)
        #expect(await desk.isAlive())
    }
}
