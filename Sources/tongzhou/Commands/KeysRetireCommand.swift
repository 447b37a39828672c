import ArgumentParser
import NodeService

/// Stops signing with the old key.
struct KeysRetireCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire",
            abstract: Speech.text(
                zh: "停用旧密钥：轮换获会签之后", en: "stop signing with the old key, once the rotation is countersigned"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag

    func run() async throws { try await node.run(.keys(.retire(dryRun: dry.dryRun))) }
}
