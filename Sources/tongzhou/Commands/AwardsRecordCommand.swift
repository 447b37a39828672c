import ArgumentParser
import NodeService

/// Records a table of awards.
struct AwardsRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(
                zh: "记录年度奖励与扣减表（CSV，万元；中央节点）", en: "record a yearly table (CSV, 10 000 yuan; the centre)"),
            discussion: Speech.text(
                zh: """
                    列：year 年度（可无），province 省份，clearing_10k_cny 清算，outside_10k_cny 另行奖励，remark 备注。清算一列合计须为零。
                    """,
                en: """
                    Columns: year (may be left out), province, clearing_10k_cny, outside_10k_cny, remark. The clearing column has to sum to zero.
                    """))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "表（CSV）", en: "table (CSV)")))
    var file: String
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String
    @Option(help: ArgumentHelp(Speech.text(zh: "所取代的条目", en: "the entry that this replaces")))
    var replaces: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await CommonOptions.guarded {
            let form = CentreCommand.AwardForm(
                basin: basin, year: year, file: try OfflineOptions.file(file), replaces: replaces)
            try await node.run(.centre(.recordAwards(form, dryRun: dry.dryRun)))
        }
    }
}
