import Compensation
import Foundation
import TestSupport
import Testing

/// Random schemes, computed here and by the evaluator in Tests/SecondOpinion, which was written from
/// docs/schemes.md alone.
struct DifferentialTests {
    @Test(arguments: [1, 2, 7, 20_250_603])
    func bothComeToTheSameResult(seed: Int) throws {
        let pairs = try Self.pairs(seed: seed, count: 100)
        var compared = 0
        for (number, pair) in pairs.enumerated() {
            let own = try pair.job.settled()
            // The second opinion does not estimate work before it begins.
            if own.codes == ["too-much-work"] { continue }
            compared += 1
            #expect(own.outcome == pair.answer.outcome, "\(own.codes) \(pair.answer.codes), job \(seed)/\(number)")
            if own.outcome == "obstacle" {
                #expect(own.codes == pair.answer.codes, "job \(seed)/\(number)")
            }
            let difference = zip(own.steps, pair.answer.steps).first { $0 != $1 }
            #expect(difference == nil, "job \(seed)/\(number)")
            #expect(own.steps.count == pair.answer.steps.count, "job \(seed)/\(number)")
            #expect(own.transfers == pair.answer.transfers, "job \(seed)/\(number)")
        }
        #expect(compared > pairs.count * 9 / 10)
    }

    private static func pairs(seed: Int, count: Int) throws -> [OpinionPair] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "SecondOpinion").path
        return try Python.answer(script, to: OpinionQuestion(folder: folder, seed: seed, count: count))
    }

    private static let script = """
        import json, sys
        sys.dont_write_bytecode = True
        question = json.load(sys.stdin)
        sys.path.insert(0, question["folder"])
        import generate
        from second_opinion.__main__ import answer
        jobs = [generate.job(question["seed"], number) for number in range(question["count"])]
        json.dump([{"job": job, "answer": answer(job)} for job in jobs], sys.stdout)
        """
}
