import Testing

@testable import Simulation

/// Who does not pay in time is collected from, a tenth more.
@Suite struct CollectionTests {
    /// 渝财环〔2023〕33号: 400 万元 that are late become 440.
    @Test(arguments: [(400_000_000, 40_000_000), (4, 0), (5, 1), (14, 1), (15, 2)] as [(Int64, Int64)])
    func aTenthIsAddedHalfUp(fen: Int64, addition: Int64) { #expect(CollectionLook.addition(on: fen) == addition) }

    /// December is settled and cleared in January and nobody pays: the centre collects once, not before the last day,
    /// and not again.
    @Test func whatIsLateIsCollectedOnce() async throws {
        var plan = Plan(seed: 1, steps: 0, faults: [])
        let year = [Step](repeating: Step(action: .month, seed: 1, seconds: 1), count: 12)
        let rest: [(Action, UInt64, Int)] = [
            (.readings, 1, 20), (.accept, 1, 20), (.clear, 1, 5), (.collect, 1, 2), (.lapse, 1, 5), (.collect, 1, 5),
            (.collect, 2, 5),
        ]
        plan.steps = year + rest.map { Step(action: $0.0, seed: $0.1, seconds: $0.2) }
        let lines = TraceLines()
        let outcome = try await SimulationThread.run(plan) { lines.add($0) }
        #expect(outcome.violation == nil)
        let answers = lines.all.filter { $0.contains(" answer to collect: ") }
        // By the step's seed the last one is typed twice at once.
        #expect(answers.count == 4)
        #expect(answers.map { $0.contains(" answer to collect: 0 ") } == [false, true, false, false])
    }
}
