import ArgumentParser
import NodeService

/// Explains an amount step by step.
struct ExplainCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: Speech.text(zh: "逐步解释一笔核算结果", en: "explain an amount step by step"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice

    func run() async throws {
        try await node.run(
            .settlement(
                .explain(agreement: settlement.agreement, period: settlement.period, digest: choice.digest)))
    }
}
