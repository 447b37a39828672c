import ArgumentParser

/// Levies: what neighbours without an agreement owe.
struct LeviesCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "levies",
            abstract: Speech.text(zh: "征收：未签协议的相邻两方按月征收", en: "levies: what neighbours without an agreement owe"),
            subcommands: [LeviesListCommand.self, LeviesRecordCommand.self], defaultSubcommand: LeviesListCommand.self)
    }
}
