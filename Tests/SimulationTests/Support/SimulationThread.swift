import Foundation
import Simulation

/// Runs a plan on a thread of its own: a world blocks the one it runs on.
enum SimulationThread {
    static func run(_ plan: Plan, show: @escaping @Sendable (String) -> Void = { _ in }) async throws
        -> Simulation.Outcome
    {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                continuation.resume(with: Result { try Simulation.run(plan, in: SimulationFolder.new(), show: show) })
            }
            thread.stackSize = 16 << 20
            thread.start()
        }
    }
}
