public import ArgumentParser
import NodeService
public import Presentation

/// Waits for a state of the node.
struct WaitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "wait",
            abstract: Speech.text(
                zh: "等到节点同步，或等到对方答复", en: "wait until the node is in sync, or until the others have answered"),
            discussion: Speech.text(
                zh: "synced：全部邻居的日志均已核验到最新；answered：没有提议在等其他方认可或异议。退出码：0 已到达；4 超时；7 节点未运行。",
                en:
                    "synced: the logs of all peers are verified to their newest; answered: no proposal waits for another party to accept or object. Exit codes: 0 reached; 4 timed out; 7 node not running."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "synced 或 answered", en: "synced or answered")))
    var goal: WaitReport.Goal
    @Option(help: ArgumentHelp(Speech.text(zh: "最长等待，如 90s、10m、2h", en: "how long at most, such as 90s, 10m, 2h")))
    var timeout: TimeLimit = .tenMinutes

    func run() async throws {
        try await CommonOptions.guarded {
            Interruption.endsTheProgram()
            try CommonOptions.finish(
                try await WaitDesk(try node.configuration())
                    .wait(for: goal, within: timeout.duration, Speech.language, format: node.format))
        }
    }
}

extension WaitReport.Goal: ExpressibleByArgument {}
