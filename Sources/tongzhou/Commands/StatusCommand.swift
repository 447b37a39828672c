import ArgumentParser
import Compensation
import NodeService

/// Shows whether the node is well, who lags and what waits for whom.
struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: Speech.text(
                zh: "节点状态：日志、邻居、核算、待处理事项", en: "the node's state: logs, peers, settlements, what needs attention"))
    }

    @OptionGroup var node: NodeOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(
                zh: "以退出码表示状态：3 需关注，5 完整性，7 未运行", en: "answer by exit code: 3 attention, 5 integrity, 7 not running")))
    var check = false

    func run() async throws { try await node.run(.status(check: check)) }
}
