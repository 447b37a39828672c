import ArgumentParser
import NodeService

/// Reports on a project.
struct FundsReportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: Speech.text(zh: "报告项目支出与成效", en: "report what a project has cost and what came of it"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "项目的日志位置，见 funds list", en: "place of the project, see funds list")))
    var project: String
    @Option(help: ArgumentHelp(Speech.text(zh: "累计支出，须写单位", en: "spent altogether, with its unit")))
    var spent: String
    @Option(help: ArgumentHelp(Speech.text(zh: "成效", en: "what came of it")))
    var result: String

    func run() async throws {
        try await node.run(
            .money(.report(MoneyCommand.ReportForm(project: project, spent: spent, result: result, dryRun: dry.dryRun)))
        )
    }
}
