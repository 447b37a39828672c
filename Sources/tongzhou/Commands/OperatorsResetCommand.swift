import ArgumentParser
import NodeService

/// Gives an operator new secrets.
struct OperatorsResetCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reset",
            abstract: Speech.text(
                zh: "更换办理人员的口令和动态码密钥，或重新启用", en: "give an operator new secrets, or let one back in"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "账号", en: "account")))
    var name: String

    func run() async throws { try await node.run(.accounts(.reset(name: name, dryRun: dry.dryRun))) }
}
