import ArgumentParser
import NodeService

/// Proposes what this node computes.
struct ProposeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "propose",
            abstract: Speech.text(
                zh: "提议本节点的核算结果（策略为 operator 时）", en: "propose this node's result (where the policy is operator)"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var expected: SettlementExpectationOptions
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(
            .settlement(
                .propose(
                    agreement: settlement.agreement, period: settlement.period, expected.expectation,
                    dryRun: dry.dryRun)))
    }
}
