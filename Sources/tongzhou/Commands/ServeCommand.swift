import ArgumentParser
import Foundation
import NodeService

/// Runs the node.
struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve",
            abstract: Speech.text(zh: "运行节点，直到收到 SIGTERM 或 Ctrl-C", en: "run the node until SIGTERM or Ctrl-C"))
    }

    @OptionGroup var node: NodeOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(
                zh: "未经邻居核实也签署；仅当确知没有放回旧数据库、也没有第二台机器使用同一私钥时使用",
                en:
                    "sign although no neighbour has been asked; only if no old database was put back and no second machine uses this key"
            )))
    var signUnconfirmed = false
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "演示节点的时钟拨回几天", en: "days to set a demonstration's clock back"), visibility: .hidden))
    var daysAgo = 0
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "演示节点在此故障点如 kill -9 般结束", en: "where a demonstration's node ends as by kill -9"),
            visibility: .hidden))
    var failAt: String?

    func run() async throws {
        try await CommonOptions.guarded {
            let notifier = ServiceNotifier(environment: ProcessInfo.processInfo.environment)
            try await NodeLauncher.serve(
                try node.configuration(), signUnconfirmed: signUnconfirmed, daysAgo: daysAgo, failAt: failAt,
                notifier: notifier, Speech.language)
        }
    }
}
