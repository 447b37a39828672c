import Compensation
import Presentation
import Testing

@testable import NodeService

/// What a long command tells of itself on its way to a person.
@Suite struct ProgressRelayTests {
    @Test func aSlowListenerGetsTheNewest() async {
        let relay = ProgressRelay(pause: .zero)
        relay.begin(zh: "甲", en: "a")
        for done in 1...10 { relay.show(done, of: 10) }
        relay.finish()
        var frames: [ProgressFrame] = []
        for await frame in relay.frames { frames.append(frame) }
        #expect(frames == [ProgressFrame(zh: "甲", en: "a", done: 10, total: 10)])
    }

    @Test func withinAPauseNothingIsTold() async {
        let relay = ProgressRelay(pause: .seconds(3600))
        relay.show(1, of: 2)
        relay.finish()
        for await frame in relay.frames { Issue.record("\(frame)") }
    }

    /// Everything that goes through whole logs tells how far it is, to its end.
    @Test func longCommandsTellHowFarTheyAre() async throws {
        let node = try await LocalNode()
        let relay = ProgressRelay(pause: .zero)
        let desk = CommandDesk(node: try node.open(), running: false)
        let outcome = await desk.perform(.verifyLogs, .en, format: .table, progress: relay)
        relay.finish()
        #expect(outcome.exitCode == ExitCode.done)
        var frames: [ProgressFrame] = []
        for await frame in relay.frames { frames.append(frame) }
        // Two logs, each with the entry it begins with.
        #expect(frames == [ProgressFrame(zh: "重算日志", en: "logs recomputed", done: 2, total: 2)])
    }

    @Test func aLineSaysShareRateAndRest() {
        let text = ProgressText.line(Bilingual(zh: "重算日志", en: "x"), 250, of: 1000, gained: 250, in: 5_000)
        #expect(text.zh == "重算日志 25%  250/1000  每秒 50  剩余约 15 秒")
        #expect(ProgressText.line(Bilingual(zh: "", en: "x"), 0, of: 0, gained: 0, in: 0).en == "x 0%  0/0")
        #expect(ProgressText.line(Bilingual(zh: "", en: "x"), .max, of: .max, gained: .max, in: 1).en.hasPrefix("x "))
    }
}
