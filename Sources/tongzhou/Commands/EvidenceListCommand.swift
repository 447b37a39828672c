import ArgumentParser
import NodeService

/// Lists the evidence kept.
struct EvidenceListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出留存的证据", en: "list the evidence kept"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.evidence) }
}
