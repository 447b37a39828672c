import ArgumentParser

/// Proposals: list and show.
struct ProposalsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "proposals", abstract: Speech.text(zh: "提议：列出、查看", en: "proposals: list and show"),
            subcommands: [ProposalsListCommand.self, ProposalsShowCommand.self],
            defaultSubcommand: ProposalsListCommand.self)
    }
}
