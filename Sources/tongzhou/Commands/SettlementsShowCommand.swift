import ArgumentParser
import NodeService

/// Shows one settlement.
struct SettlementsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "查看一笔核算：状态、待办、各方表态、核定数据、免除、调整",
                en: "show one settlement: state, who has to act, what was said, facts, exemptions, adjustment"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice

    func run() async throws {
        try await node.run(
            .settlement(.show(agreement: settlement.agreement, period: settlement.period, digest: choice.digest)))
    }
}
