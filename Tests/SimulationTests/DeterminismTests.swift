import Foundation
import Simulation
import Testing

@Suite struct DeterminismTests {
    @Test(arguments: [UInt64(1)])
    func theSameSeedIsTheSameRunAlsoInAnotherProcess(seed: UInt64) async throws {
        let plan = Plan(seed: seed, steps: 12)
        let one = try await SimulationThread.run(plan)
        let other = try await SimulationThread.run(plan)
        #expect(one.lines > 30)
        #expect(one.digest == other.digest)
        let told = try SimulationProgram.run(["--seed", "\(seed)", "--steps", "12"])
        #expect(told.contains(one.digest), "\(told)")
    }

    @Test func anotherSeedIsAnotherRun() async throws {
        let one = try await SimulationThread.run(Plan(seed: 3, steps: 2))
        let other = try await SimulationThread.run(Plan(seed: 4, steps: 2))
        #expect(one.digest != other.digest)
    }
}
