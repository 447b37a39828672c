import ArgumentParser
import NodeService

/// Lists settlements.
struct SettlementsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出核算结果、状态和待办", en: "list settlements, where they stand and who has to act"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var filter: AgreementFilter

    func run() async throws { try await node.run(.settlement(.list(agreement: filter.agreement))) }
}
