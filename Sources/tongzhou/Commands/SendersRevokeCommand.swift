import ArgumentParser
import NodeService

/// Revokes a sender.
struct SendersRevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke",
            abstract: Speech.text(zh: "撤销报送方，立即生效", en: "revoke a sender, at once"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "名称", en: "name")))
    var name: String

    func run() async throws { try await node.run(.senders(.revoke(name: name, dryRun: dry.dryRun))) }
}
