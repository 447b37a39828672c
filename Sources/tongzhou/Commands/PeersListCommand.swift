import ArgumentParser
import NodeService
import Presentation

/// Lists the peers on file.
struct PeersListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出已登记的邻居", en: "list the peers on file"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.report { try PeerDesk($0).list() } }
}
