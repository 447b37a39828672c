import Compensation
import Foundation
import TestSupport
import Testing

/// Loading may refuse any text but never crash, and what it accepts can be computed: it is settled, or there is an
/// obstacle, and every code is one that `docs/schemes.md` lists.
///
/// `TONGZHOU_FUZZ_ROUNDS` sets the number of mutated files and `TONGZHOU_FUZZ_SEED` where they begin.
@Suite struct SchemeFuzzTests {
    private static let rounds = number("TONGZHOU_FUZZ_ROUNDS") ?? 600
    private static let seed = UInt64(number("TONGZHOU_FUZZ_SEED") ?? 3838)

    @Test func mutatedSchemesNeverCrash() throws {
        let documented = try DocumentedCodes()
        var mutator = SchemeMutator(try Fixtures.schemes(), seed: Self.seed)
        var accepted = 0
        var refused = 0
        var settled = 0
        for round in 0..<Self.rounds {
            let text = mutator.next()
            switch Scheme.load(text) {
            case .failure(let problems):
                refused += 1
                #expect(!problems.all.isEmpty)
                for problem in problems.all {
                    #expect(problem.line >= 1 && problem.column >= 1)
                    #expect(documented.problems.contains(problem.code), "\(problem.code) in round \(round)")
                }
            case .success(let scheme):
                accepted += 1
                var inputs = RandomInputs(scheme, seed: Self.seed &+ UInt64(round))
                for period in inputs.periods() {
                    let (readings, supplied) = (inputs.readings(in: period), inputs.supplied(in: period))
                    let outcome = scheme.settle(period: period, readings: readings, supplied: supplied)
                    #expect(
                        outcome
                            == scheme.settle(
                                period: period, readings: readings.reversed(), supplied: supplied.reversed()))
                    switch outcome {
                    case .settled(let settlement):
                        settled += 1
                        #expect(settlement.transfers.allSatisfy { $0.amount > .zero && $0.payer != $0.payee })
                    case .notComputable(let obstacle):
                        #expect(
                            documented.obstacles.contains(obstacle.code), "\(obstacle.code) in round \(round)")
                    }
                }
            }
        }
        // All paths must have been walked for the test to mean anything.
        #expect(accepted > Self.rounds / 10)
        #expect(refused > Self.rounds / 10)
        #expect(settled > Self.rounds / 10)
    }

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }
}
