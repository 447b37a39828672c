import Foundation
import Simulation
import Testing

@Suite struct DeterminismTests {
    @Test(arguments: [nil, [.unread, .unwritten, .unreported, .crash, .operators]] as [[FaultKind]?])
    func theSameSeedIsTheSameRunAlsoInAnotherProcess(faults: [FaultKind]?) async throws {
        let plan = Plan(seed: 1, steps: 12, faults: faults)
        let one = try await SimulationThread.run(plan)
        let other = try await SimulationThread.run(plan)
        #expect(one.lines > 30)
        #expect(one.digest == other.digest)
        let kinds = faults.map { ["--faults", $0.map(\.rawValue).joined(separator: ",")] } ?? []
        let told = try SimulationProgram.run(["--seed", "1", "--steps", "12"] + kinds)
        #expect(told.contains(one.digest), "\(told)")
    }

    @Test func anotherSeedIsAnotherRun() async throws {
        let one = try await SimulationThread.run(Plan(seed: 3, steps: 2))
        let other = try await SimulationThread.run(Plan(seed: 4, steps: 2))
        #expect(one.digest != other.digest)
    }
}
