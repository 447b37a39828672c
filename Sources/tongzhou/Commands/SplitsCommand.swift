import ArgumentParser

/// Division among a recipient's districts: list, divide.
struct SplitsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "splits",
            abstract: Speech.text(zh: "受偿方内部分配：列出、分配", en: "division among a recipient's districts: list, divide"),
            subcommands: [SplitsListCommand.self, SplitsRecordCommand.self],
            defaultSubcommand: SplitsListCommand.self)
    }
}
