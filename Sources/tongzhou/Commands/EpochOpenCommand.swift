import ArgumentParser
import NodeService

/// Begins the logs of a raised epoch.
struct EpochOpenCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: Speech.text(
                zh: "按 node.yaml 中提高了的 epoch 结束旧日志、启用新日志",
                en: "end the old logs and begin the new ones, as the raised epoch in node.yaml says"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag

    func run() async throws { try await node.run(.openEpoch(dryRun: dry.dryRun)) }
}
