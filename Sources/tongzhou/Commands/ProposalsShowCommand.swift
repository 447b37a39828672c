import ArgumentParser
import NodeService

/// Shows one proposal.
struct ProposalsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(zh: "查看一份提议的全部内容", en: "show everything that a proposal says"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "提议条目，如 日志#序号", en: "the proposal, as log#index")))
    var proposal: String

    func run() async throws { try await node.run(.settlement(.proposal(place: proposal))) }
}
