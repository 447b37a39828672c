import ArgumentParser
import Compensation
import NodeService

/// Records corrections of readings, with a reason.
struct CorrectCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "correct",
            abstract: Speech.text(zh: "更正已记录的监测数据", en: "correct recorded readings"),
            discussion: Speech.text(
                zh: "文件格式同 import，每行为更正后的完整内容。原数据与更正都保留；对方确认（endorse）之后，对方节点才采用更正。",
                en:
                    "The file is as for import; each row is the whole corrected reading. Old and new both stay; the other party's node uses the correction once it has endorsed it."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var file: ReadingsFileOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "更正理由（必填，写入日志）", en: "the reason (required, goes into the log)")))
    var reason: String

    func run() async throws {
        try await CommonOptions.guarded {
            let outcome = try await node.outcome(of: .correctReadings(try file.readingsFile(), reason: reason))
            try file.finish(outcome, node)
        }
    }
}
