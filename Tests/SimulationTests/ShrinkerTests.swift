import Simulation
import Testing

@Suite struct ShrinkerTests {
    /// What fails is known here, so that the smallest plan is: two steps, one kind of fault.
    @Test func keepsWhatItFailsWithout() throws {
        func fails(_ plan: Plan) -> Bool {
            let actions = plan.steps.map(\.action)
            guard let twin = actions.firstIndex(of: .twin) else { return false }
            return plan.faults.contains(.twin) && actions[twin...].contains(.readings)
        }
        let plans = (1...50).lazy.map { Plan(seed: $0, nodes: 5, faults: FaultKind.allCases) }
        let plan = try #require(plans.first(where: fails))
        var shrinker = Shrinker { fails($0) }
        let smallest = try shrinker.shrink(plan)
        #expect(smallest.steps.map(\.action) == [.twin, .readings])
        #expect(smallest.faults == [.twin])
        #expect(smallest.nodes == 3)
    }

    @Test func triesNoMoreThanItMay() throws {
        var runs = 0
        var shrinker = Shrinker(tries: 5) { _ in
            runs += 1
            return false
        }
        let plan = Plan(seed: 1)
        #expect(try shrinker.shrink(plan).steps == plan.steps)
        #expect(runs == 5)
    }
}
