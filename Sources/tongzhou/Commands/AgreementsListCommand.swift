import ArgumentParser
import NodeService

/// Lists agreements.
struct AgreementsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Speech.text(zh: "列出协议", en: "list agreements"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.agreements) }
}
