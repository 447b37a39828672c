import ArgumentParser
import NodeService

/// Lists divisions.
struct SplitsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出内部分配", en: "list divisions"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.run(.money(.splits))
    }
}
