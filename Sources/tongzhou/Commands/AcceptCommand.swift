import ArgumentParser
import NodeService

/// Accepts a settlement.
struct AcceptCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "accept",
            abstract: Speech.text(zh: "认可核算结果：本方受其约束", en: "accept a settlement: binds this party"),
            discussion: Speech.text(
                zh: "只有对方提议的摘要与本节点自行核算的一致时才会记录。--digest 写明所见结果的摘要（至少 8 位），--amount 写明所见金额合计，结果若已变化则拒绝。",
                en:
                    "Recorded only when another party has proposed just what this node computes. --digest names the result you have read (at least 8 digits), --amount the sum of its payments; if it has changed meanwhile, the command refuses."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var expected: SettlementExpectationOptions
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(
            .settlement(
                .accept(
                    agreement: settlement.agreement, period: settlement.period, expected.expectation,
                    dryRun: dry.dryRun)))
    }
}
