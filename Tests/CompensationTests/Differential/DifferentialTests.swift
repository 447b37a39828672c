import Compensation
import Foundation
import TestSupport
import Testing

/// Settlements computed here and by the evaluator in Tests/SecondOpinion, which was written from docs/schemes.md
/// alone.
///
/// `TONGZHOU_DIFFERENTIAL_JOBS` sets how many random schemes each seed makes.
struct DifferentialTests {
    private static let count =
        ProcessInfo.processInfo.environment["TONGZHOU_DIFFERENTIAL_JOBS"].flatMap { Int($0) } ?? 100

    @Test(arguments: [1, 2, 7, 20_250_603])
    func randomSchemesComeToTheSameResult(seed: Int) throws {
        let pairs = try Python.answer(
            Self.randomJobs, to: OpinionQuestion(folder: Self.folder, seed: seed, count: Self.count),
            as: [OpinionPair].self)
        var compared = 0
        for (number, pair) in pairs.enumerated() {
            let own = try pair.job.settled()
            // The second opinion does not estimate work before it begins.
            if own.codes == ["too-much-work"] { continue }
            compared += 1
            expectSame(own, pair.answer, "job \(seed)/\(number)")
        }
        #expect(compared > pairs.count * 9 / 10)
    }

    @Test(arguments: [3, 4])
    func theLibraryOnRandomReadingsComesToTheSameResult(seed: UInt64) throws {
        var jobs: [OpinionJob] = []
        for (number, source) in try Fixtures.schemes().enumerated() {
            let scheme = try Scheme.load(source).get()
            var inputs = RandomInputs(scheme, seed: seed &* 1_000 &+ UInt64(number))
            for period in inputs.periods() {
                let readings = inputs.readings(in: period)
                jobs.append(
                    OpinionJob(
                        scheme: scheme.source, period: period, readings: readings,
                        supplied: inputs.supplied(in: period)))
            }
        }
        let answers = try Python.answer(
            Self.givenJobs, to: OpinionQuestion(folder: Self.folder, jobs: jobs), as: [Opinion].self)
        #expect(answers.count == jobs.count)
        for (job, answer) in zip(jobs, answers) {
            let title = job.scheme.prefix { !$0.isNewline }
            expectSame(try job.settled(), answer, "\(title), \(job.period), seed \(seed)")
        }
        #expect(answers.count { $0.outcome == "settled" } > jobs.count / 6)
    }

    private func expectSame(
        _ own: Opinion, _ other: Opinion, _ place: Comment, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(own.outcome == other.outcome, place, sourceLocation: location)
        if own.outcome == "obstacle" { #expect(own.codes == other.codes, place, sourceLocation: location) }
        let difference = zip(own.steps, other.steps).first { $0 != $1 }
        #expect(difference == nil, place, sourceLocation: location)
        #expect(own.steps.count == other.steps.count, place, sourceLocation: location)
        #expect(own.transfers == other.transfers, place, sourceLocation: location)
    }

    private static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "SecondOpinion").path
    }

    private static let opening = """
        import json, sys
        sys.dont_write_bytecode = True
        question = json.load(sys.stdin)
        sys.path.insert(0, question["folder"])
        from second_opinion.__main__ import answer

        """

    private static let randomJobs =
        opening + """
            import generate
            jobs = [generate.job(question["seed"], number) for number in range(question["count"])]
            json.dump([{"job": job, "answer": answer(job)} for job in jobs], sys.stdout)
            """

    private static let givenJobs =
        opening + """
            json.dump([answer(job) for job in question["jobs"]], sys.stdout)
            """
}
