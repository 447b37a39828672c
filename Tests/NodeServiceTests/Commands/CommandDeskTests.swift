import Compensation
import Federation
import Foundation
import Presentation
import Testing

@testable import NodeService

/// Commands on a stored node, with the codes that scripts rely on.
@Suite("Commands")
struct CommandDeskTests {
    @Test("A file is recorded once, corrected with a reason, and its original stays known")
    func readings() async throws {
        let node = try await LocalNode()
        let file = LocalNode.file("april.csv", try Repository.liye())
        let unknown = try await node.perform(.importReadings(file))
        #expect(unknown.exitCode == ExitCode.inputRefused)
        #expect(unknown.output.contains("april.csv 第 2 行 C 列: import-section-unknown"))
        #expect(try await node.perform(.addSection(LocalNode.liye)).exitCode == ExitCode.done)
        #expect(try await node.perform(.addSection(LocalNode.liye)).output.contains("早已如此登记"))
        let dry = try await node.perform(
            .importReadings(LocalNode.file("april.csv", try Repository.liye(), dryRun: true)))
        #expect(dry.output.contains("试运行，将记录监测数据 25 条"))
        let first = try await node.perform(.importReadings(file))
        #expect(first.exitCode == ExitCode.done)
        #expect(first.output.contains("已记录监测数据 25 条"))
        #expect(first.output.contains("完全重复的 3 行"))
        let correction = LocalNode.file(
            "correction.csv", try Repository.bytes("docs/demo/liye-2021-04-correction.csv"))
        for reason in ["", String(repeating: "x", count: 2_001)] {
            let refused = try await node.perform(.correctReadings(correction, reason: reason))
            #expect(refused.exitCode == ExitCode.inputRefused)
        }
        let corrected = try await node.perform(.correctReadings(correction, reason: "仪器故障"))
        #expect(corrected.output.contains("已记录更正 6 条"))
        for again in [
            OperatorCommand.importReadings(file), .importReadings(correction),
            .correctReadings(correction, reason: "x"),
        ] {
            let outcome = try await node.perform(again)
            #expect(outcome.exitCode == ExitCode.done)
            #expect(outcome.output.contains("没有新内容"))
        }
    }

    @Test("What a log cannot hold is refused as input, and nothing is recorded")
    func unsayable() async throws {
        let node = try await LocalNode()
        var form = LocalNode.liye
        form.river = String(repeating: "水", count: 100)
        let outcome = try await node.perform(.addSection(form), .en)
        #expect(outcome.exitCode == ExitCode.inputRefused)
        #expect(outcome.errors.contains("entry-field-invalid river"))
        #expect(try await node.perform(.sections, format: .json).output == #"{"schema":1,"sections":[]}"# + "\n")
    }

    @Test("The checking status of a node that does not run is code 7")
    func status() async throws {
        let node = try await LocalNode()
        #expect(try await node.perform(.status(check: false)).exitCode == ExitCode.done)
        let checked = try await node.perform(.status(check: true))
        #expect(checked.exitCode == ExitCode.notRunning)
        #expect(checked.output.contains("RUN-01"))
    }

    @Test("Nothing there is code 6, and says what there is")
    func nothingThere() async throws {
        let node = try await LocalNode()
        for command in [
            OperatorCommand.explain(agreement: "youshui-2019", period: "2021-04"),
            .agreement(.sign(agreement: "youshui-2019", digest: nil, dryRun: false)),
            .agreement(.show(agreement: "youshui-2019")), .section(.show(section: "里耶镇")),
            .endorse(place: "500000.tongzhou.test/common/1#0", dryRun: false),
            .propose(agreement: "youshui-2019", period: "2021-04"),
            .accept(agreement: "youshui-2019", period: "2021-04", digest: nil),
        ] {
            let outcome = try await node.perform(command)
            #expect(outcome.exitCode == ExitCode.inputRefused)
            #expect(!outcome.errors.isEmpty)
            #expect(outcome.output.isEmpty)
        }
        let hostile = try await node.perform(.section(.show(section: "a\u{1B}[2J\u{9B}\u{202E}b")))
        #expect(hostile.errors.contains("a\u{FFFD}[2J\u{FFFD}\u{FFFD}b"))
        #expect(try await node.perform(.endorse(place: nil, dryRun: false)).output == "没有等待确认的内容。\n")
    }
}
