import Compensation
import Testing

@testable import NodeService

/// Catching up is told at its beginning, now and then, and at its end; what takes a moment is not told.
@Suite struct CatchUpTests {
    private let start = MachineTime.uptime

    private func told(_ steps: [(size: Int, known: Int, second: Int)]) -> [String] {
        var story = CatchUpStory()
        return steps.map { step in
            let line = story.line(size: step.size, known: step.known, at: start + .seconds(step.second))
            return line.map { "\($0.event): \($0.message)" } ?? "-"
        }
    }

    @Test func aLongLogIsToldCalmly() {
        #expect(
            told([
                (5_000, 15_000, 0), (6_000, 15_000, 10), (8_000, 15_000, 29), (8_000, 15_000, 30), (9_000, 15_000, 40),
                (15_000, 15_000, 100), (15_001, 15_001, 101),
            ]) == [
                "catching-up: 10000 entries behind, catching up", "-", "-",
                "catching-up: catching up 53%  8000/15000  100/s  about 70 s left", "-",
                "caught-up: 10000 entries in 100 s", "-",
            ])
    }

    @Test func aFewEntriesAreNoNews() {
        #expect(told([(0, 1023, 0), (1023, 1023, 1), (1023, 1030, 60)]) == ["-", "-", "-"])
    }

    @Test func theScreenEstimatesFromOneLookToTheNext() {
        func peer(_ verified: Int, _ state: String = "catching_up") -> [StatusBrief.Neighbour] {
            [.init(node: "a.test", state: state, verified: verified, known: 1_000)]
        }
        var estimate = CatchUpEstimate()
        #expect(estimate.lines(peer(100), at: start).map(\.en) == ["catching up with a.test 10%  100/1000"])
        #expect(
            estimate.lines(peer(300), at: start + .seconds(4)).map(\.zh)
                == ["追赶 a.test 30%  300/1000  每秒 50  剩余约 14 秒"])
        #expect(estimate.lines(peer(1_000, "up_to_date"), at: start + .seconds(6)).isEmpty)
        // The next time is another one.
        #expect(
            estimate.lines(peer(900), at: start + .seconds(8)).map(\.en) == ["catching up with a.test 90%  900/1000"])
        #expect(estimate.lines(peer(500, "unreachable"), at: start + .seconds(9)).isEmpty)
    }
}
