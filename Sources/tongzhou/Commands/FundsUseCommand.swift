import ArgumentParser
import NodeService

/// Files a project.
struct FundsUseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "use", abstract: Speech.text(zh: "报送资金使用项目", en: "file a project paid from compensation funds")
        )
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var text: TextOption
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "协议", en: "agreement")), completion: .agreements)
    var agreement: String
    @Option(help: ArgumentHelp(Speech.text(zh: "项目名称", en: "name of the project")))
    var project: String
    @Option(help: ArgumentHelp(Speech.text(zh: "用途", en: "purpose")))
    var purpose: String
    @Option(help: ArgumentHelp(Speech.text(zh: "河流：优先用于本流域", en: "river; the agreement's comes first")))
    var river: String
    @Option(help: ArgumentHelp(Speech.text(zh: "金额，须写单位，如 2550万元", en: "amount with its unit, such as 2550万元")))
    var amount: String
    @Option(help: ArgumentHelp(Speech.text(zh: "使用报告期限", en: "day the report is due")))
    var reportDue: String
    @Option(help: ArgumentHelp(Speech.text(zh: "用于其他河流的理由", en: "reason for another river")))
    var reason: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "所取代的项目的日志位置（更正或补充理由）", en: "place of the project as filed before")))
    var replaces: String?

    func run() async throws {
        try await node.run(
            .money(
                .use(
                    MoneyCommand.UseForm(
                        agreement: agreement, project: project, purpose: purpose, river: river, amount: amount,
                        reportDue: reportDue, reason: reason, digest: text.digest,
                        replaces: replaces, dryRun: dry.dryRun))))
    }
}
