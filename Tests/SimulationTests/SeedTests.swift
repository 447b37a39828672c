import Foundation
import Testing

@testable import Simulation

/// A few seeds of a fixed set of faults and one that nobody has tried yet. `scripts/nightly-simulation` runs many more.
@Suite(.serialized) struct SeedTests {
    static let kinds: [[FaultKind]] = [
        [.loss, .delay, .repeat, .stale, .altered], [.crash, .unwritten, .unreported], [.partition, .skew, .operators],
        [.backup, .disk], [.rot], [.twin], [.unread, .loss],
    ]

    @Test(arguments: kinds.enumerated().map { (UInt64($0.offset + 1), $0.element) })
    func everyPromiseIsKept(seed: UInt64, faults: [FaultKind]) async throws {
        let outcome = try await SimulationThread.run(Plan(seed: seed, steps: 18, faults: faults))
        #expect(outcome.violation == nil, "seed \(seed) \(faults)")
        #expect(outcome.acknowledged > 3)
    }

    @Test func aFreshSeedKeepsThemToo() async throws {
        let seed = UInt64(Date().timeIntervalSince1970)
        print("fresh seed \(seed): tongzhou-sim --seed \(seed) --steps 18")
        let outcome = try await SimulationThread.run(Plan(seed: seed, steps: 18))
        #expect(outcome.violation == nil, "tongzhou-sim --seed \(seed) --steps 18")
    }

    @Test("A period that ends while nothing else happens is proposed")
    func quietEnd() async throws {
        var plan = Plan(seed: 1, steps: 0, faults: [])
        // By its seed the step types readings of the month that still runs, and all have read them before it ends.
        plan.steps = [(.month, 7), (.readings, 20), (.month, 6)].map { Step(action: $0, seed: 7, seconds: $1) }
        let lines = TraceLines()
        let outcome = try await SimulationThread.run(plan) { lines.add($0) }
        #expect(outcome.violation == nil)
        let all = lines.all
        let month = all.lastIndex { $0.hasSuffix(" plan month") }
        let calm = all.firstIndex { $0.contains(" plan level after ") }
        let (ended, level) = (try #require(month), try #require(calm))
        let said = all[ended..<level].filter { $0.contains(" log-appended ") && $0.contains("/river-1/1 ") }
        #expect(said.count >= 2, "each party proposes once the month is over")
    }
}
