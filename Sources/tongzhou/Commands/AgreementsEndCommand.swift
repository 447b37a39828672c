import ArgumentParser
import NodeService

/// Agrees to an early end.
struct AgreementsEndCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "end",
            abstract: Speech.text(
                zh: "同意提前终止协议；各方所说一致时终止", en: "agree to an early end; it ends when all parties say the same"),
            discussion: Speech.text(
                zh: "说出的终止不能收回；最后核算期之后不再核算。",
                en: "An end once agreed to cannot be taken back; nothing after the last period is settled."))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var writing: DryRunFlag
    @OptionGroup var choice: AgreementChoice
    @Option(help: ArgumentHelp(Speech.text(zh: "最后核算期", en: "the last period that is settled")))
    var lastPeriod: String
    @Option(help: ArgumentHelp(Speech.text(zh: "理由，各方须一字不差", en: "the reason, the same words from every party")))
    var reason: String

    func run() async throws {
        try await node.run(
            .agreement(
                .end(
                    agreement: choice.agreement, digest: choice.digest, lastPeriod: lastPeriod, reason: reason,
                    dryRun: writing.dryRun)))
    }
}
