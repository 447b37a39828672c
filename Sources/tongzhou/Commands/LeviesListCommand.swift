import ArgumentParser
import NodeService

/// Lists rules and months.
struct LeviesListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出征收规则与应征月份", en: "list the rules and the months that are owed"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.centre(.levies)) }
}
