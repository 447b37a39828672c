import ArgumentParser

/// Yearly clearing: list, show, record.
struct ClearingCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "clearing",
            abstract: Speech.text(zh: "年度清算：列出、查看、记录", en: "yearly clearing: list, show, record"),
            subcommands: [ClearingListCommand.self, ClearingShowCommand.self, ClearingRecordCommand.self],
            defaultSubcommand: ClearingListCommand.self)
    }
}
