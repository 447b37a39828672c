import ArgumentParser
import NodeService

/// Lists sections.
struct SectionsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Speech.text(zh: "列出断面", en: "list sections"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.sections) }
}
