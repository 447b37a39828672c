import ArgumentParser
import NodeService

/// Lists the senders.
struct SendersListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出报送方与其断面", en: "list the senders and their sections"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.senders(.list)) }
}
