import ArgumentParser
import NodeService

/// Shuts an operator out.
struct OperatorsDisableCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "disable",
            abstract: Speech.text(zh: "停用办理人员，立即生效", en: "shut an operator out, at once"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "账号", en: "account")))
    var name: String

    func run() async throws { try await node.run(.accounts(.disable(name: name, dryRun: dry.dryRun))) }
}
