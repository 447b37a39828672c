import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Shows the settings in force.
struct ConfigShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let variables = ConfigurationVariables.names.joined(separator: " ")
        return CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(zh: "列出生效的全部设置（含默认值）", en: "list every setting in force, defaults included"),
            discussion: Speech.text(
                zh: "这些环境变量可代替文件中的值（例如写在 systemd 单元里）：\(variables)",
                en: "These variables may stand in for the file's values, in a unit of systemd for example: \(variables)"
            ))
    }

    @OptionGroup var node: NodeOptions
    @Flag(
        help: ArgumentHelp(
            Speech.text(zh: "列出来源：文件行、环境变量或默认", en: "say where each comes from: line, variable or default")))
    var origin = false

    func run() async throws {
        try await CommonOptions.guarded {
            let listing = try ConfigurationDesk(
                node.configurationFile, environment: ProcessInfo.processInfo.environment
            ).show(withOrigin: origin)
            try CommonOptions.finish(
                CommandOutcome(exitCode: ExitCode.done, output: listing.rendered(node.format, Speech.language)))
        }
    }
}
