import ArgumentParser
import NodeService

/// The centre's ruling.
struct IncidentsRuleCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rule",
            abstract: Speech.text(
                zh: "裁定：取消一方当年奖励，或予以扣减（中央节点）", en: "rule what an incident costs a party (the centre)"),
            discussion: Speech.text(
                zh: """
                    既不取消也不扣减，即为结案。
                    """,
                en: """
                    A ruling that neither cancels nor deducts closes the matter.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "通报条目，如 500000.tongzhou.test/common/1#7", en: "the notice, such as 500000.tongzhou.test/common/1#7")
        ))
    var incident: String
    @Option(help: ArgumentHelp(Speech.text(zh: "一方，代码或名称", en: "party, by code or name")))
    var party: String
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String
    @Option(
        name: .customLong("cancel"),
        help: ArgumentHelp(
            Speech.text(zh: "取消：awards 年度奖励，rewards 核算奖励；可重复", en: "what is cancelled: awards or rewards, repeatable")))
    var cancels: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "扣减金额，如 50万元", en: "amount deducted, such as 50万元")))
    var deduction: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "理由", en: "reason")))
    var reason: String
    @Option(help: ArgumentHelp(Speech.text(zh: "所取代的条目", en: "the entry that this replaces")))
    var replaces: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        let form = CentreCommand.RulingForm(
            incident: incident, party: party, basin: basin, year: year, cancels: cancels, deduction: deduction,
            reason: reason, replaces: replaces)
        try await node.run(.centre(.ruleIncident(form, dryRun: dry.dryRun)))
    }
}
