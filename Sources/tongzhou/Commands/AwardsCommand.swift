import ArgumentParser

/// Yearly awards and deductions: list, record.
struct AwardsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "awards",
            abstract: Speech.text(zh: "年度奖励与扣减：列出、记录", en: "yearly awards and deductions: list, record"),
            subcommands: [AwardsListCommand.self, AwardsRecordCommand.self], defaultSubcommand: AwardsListCommand.self)
    }
}
