import ArgumentParser

/// Use of funds: list, file a project, report.
struct FundsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "funds",
            abstract: Speech.text(zh: "补偿资金使用：列出、报送项目、报告", en: "use of funds: list, file a project, report"),
            subcommands: [FundsListCommand.self, FundsUseCommand.self, FundsReportCommand.self],
            defaultSubcommand: FundsListCommand.self)
    }
}
