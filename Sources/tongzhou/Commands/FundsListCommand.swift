import ArgumentParser
import NodeService

/// Lists what was received and what became of it.
struct FundsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出已收资金及其使用", en: "list what was received and what became of it"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.run(.money(.funds))
    }
}
