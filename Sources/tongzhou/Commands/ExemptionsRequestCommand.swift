import ArgumentParser
import NodeService

/// Requests an exemption.
struct ExemptionsRequestCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request",
            abstract: Speech.text(zh: "申请免除", en: "request an exemption"),
            discussion: Speech.text(
                zh: "--fact 指明方案中的条件事实，两部门均同意后取值为“是”。例：--fact '财政部门同意(茨坝,2023-08)' --fact '生态环境部门同意(茨坝,2023-08)'",
                en:
                    "--fact names conditions of the scheme that become yes once both offices have approved. Example: --fact '财政部门同意(茨坝,2023-08)' --fact '生态环境部门同意(茨坝,2023-08)'"
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var settlement: SettlementArguments
    @OptionGroup var choice: SettlementChoice
    @Option(help: ArgumentHelp(Speech.text(zh: "方案中的事实，可多次", en: "a fact of the scheme, may be repeated")))
    var fact: [String]
    @Option(help: ArgumentHelp(Speech.text(zh: "理由（写入日志）", en: "the reason (goes into the log)")))
    var reason: String
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(
            .settlement(
                .requestExemption(
                    .init(
                        agreement: settlement.agreement, period: settlement.period, digest: choice.digest,
                        facts: fact, reason: reason),
                    dryRun: dry.dryRun)))
    }
}
