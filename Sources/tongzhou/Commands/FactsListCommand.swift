import ArgumentParser
import NodeService

/// Lists the supplied values of a period.
struct FactsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(
                zh: "列出一期的核定数据、各方所填和尚缺的", en: "list the values of a period, what each party says and what is wanted"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice

    func run() async throws {
        try await node.run(
            .settlement(.facts(agreement: settlement.agreement, period: settlement.period, digest: choice.digest)))
    }
}
