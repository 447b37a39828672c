import ArgumentParser
import NodeService

/// Lists settlements.
struct SettlementsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "settlements",
            abstract: Speech.text(zh: "列出核算结果及其状态", en: "list settlements and where they stand"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.settlements) }
}
