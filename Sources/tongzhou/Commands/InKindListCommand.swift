import ArgumentParser
import NodeService

/// Lists compensation in kind.
struct InKindListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出非资金补偿", en: "list compensation in kind"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.run(.money(.offers))
    }
}
