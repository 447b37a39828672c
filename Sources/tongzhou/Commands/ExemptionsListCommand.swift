import ArgumentParser
import NodeService

/// Lists requests to be exempted.
struct ExemptionsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出免除申请和审核意见", en: "list requests and what the offices say"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.settlement(.exemptions)) }
}
