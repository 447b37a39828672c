import ArgumentParser

/// Unified accounting of a mainstem: show, record.
struct BasinAccountCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "basin-account",
            abstract: Speech.text(zh: "干流统一核算：查看、记录", en: "unified accounting of a mainstem: show, record"),
            subcommands: [BasinAccountShowCommand.self, BasinAccountRecordCommand.self],
            defaultSubcommand: BasinAccountShowCommand.self)
    }
}
