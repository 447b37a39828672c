import ArgumentParser
import NodeService

/// Lists the proposals that parties stand by.
struct ProposalsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(zh: "列出各方现行的提议", en: "list the proposals that parties stand by"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var filter: AgreementFilter
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "核算期；不写为全部", en: "period; all of them when left out")), completion: .periods)
    var period: String?

    func run() async throws {
        try await node.run(.settlement(.proposals(agreement: filter.agreement, period: period)))
    }
}
