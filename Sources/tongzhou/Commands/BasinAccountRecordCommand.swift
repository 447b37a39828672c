import ArgumentParser
import NodeService

/// Computes and records the unified accounting.
struct BasinAccountRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(zh: "核算并记录干流统一核算（中央节点）", en: "compute and record the unified accounting (the centre)")
        )
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme file")))
    var scheme: String
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "给定参数：名称=值，可重复", en: "a parameter: NAME=VALUE, repeatable"), valueName: "name=value"))
    var set: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "参数（CSV）", en: "parameters (CSV)")))
    var facts: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "所见结果的摘要，不符即拒绝", en: "digest of the result you have read; refused if it has changed")))
    var digest: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "所取代的条目", en: "the entry that this replaces")))
    var replaces: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await CommonOptions.guarded {
            let form = CentreCommand.AccountForm(
                basin: basin, year: year, scheme: try OfflineOptions.file(scheme), settings: set,
                facts: try facts.map(OfflineOptions.file), digest: digest, replaces: replaces)
            try await node.run(.centre(.recordAccount(form, dryRun: dry.dryRun)))
        }
    }
}
