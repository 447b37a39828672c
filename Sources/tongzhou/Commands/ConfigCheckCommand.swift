import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Checks every file a node needs.
struct ConfigCheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Speech.text(
                zh: "检查配置、邻居文件、密钥与证书，不启动任何服务",
                en: "check configuration, peer files, keys and certificate; starts nothing"),
            discussion: Speech.text(
                zh: "逐个文件给出行号和应有的写法。退出码：0 正常；6 有问题。",
                en: "Names line and remedy for every file. Exit codes: 0 sound; 6 not."))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await CommonOptions.guarded {
            let check = ConfigurationDesk(node.configurationFile, environment: ProcessInfo.processInfo.environment)
                .check()
            try CommonOptions.finish(
                CommandOutcome(
                    exitCode: check.isSound ? ExitCode.done : ExitCode.inputRefused,
                    output: check.rendered(node.format, Speech.language)))
        }
    }
}
