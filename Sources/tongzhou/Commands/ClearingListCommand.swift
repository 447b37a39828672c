import ArgumentParser
import NodeService

/// Lists years to clear and what is owed.
struct ClearingListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出各协议年度清算与应付款", en: "list the clearings of each agreement and what is owed"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws {
        try await node.run(.money(.clearings))
    }
}
