import ArgumentParser
import Compensation
import NodeService

/// Shows whether the node is well, who lags and what waits for whom.
struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Speech.text(
                zh: "节点状态：日志、邻居、核算、待处理事项", en: "the node's state: logs, peers, settlements, what needs attention"),
            discussion: Speech.text(
                zh:
                    "-o wide 列出每个日志和全部核算。--check 的退出码：0 正常；3 需关注；4 尚未同步；5 完整性；7 未运行。--watch 在终端原地刷新，在管道中每有变化输出一段，Ctrl-C 结束（130）。",
                en:
                    "-o wide lists every log and every settlement. Exit codes of --check: 0 well; 3 attention; 4 not in sync yet; 5 integrity; 7 not running. --watch redraws in place on a terminal, prints a block per change in a pipe, and ends with Ctrl-C (130)."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(
                zh: "以退出码表示状态：3 需关注，4 未同步，5 完整性，7 未运行",
                en: "answer by exit code: 3 attention, 4 not in sync, 5 integrity, 7 not running")))
    var check = false
    @Flag(help: ArgumentHelp(Speech.text(zh: "持续显示", en: "go on showing it")))
    var watch = false

    func validate() throws {
        guard !check || !watch else {
            throw ValidationError(
                Speech.text(zh: "--check 与 --watch 不能同时使用", en: "--check and --watch exclude each other"))
        }
    }

    func run() async throws {
        guard watch else { return try await node.run(.status(check: check)) }
        try await CommonOptions.guarded {
            Interruption.endsTheProgram()
            try await StatusWatch(try node.configuration(), Speech.language, format: node.format).run()
        }
    }
}
