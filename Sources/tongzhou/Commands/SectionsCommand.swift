import ArgumentParser

/// Sections: list and register.
struct SectionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sections", abstract: Speech.text(zh: "断面：列出、登记", en: "sections: list, register"),
            subcommands: [SectionsListCommand.self, SectionsAddCommand.self],
            defaultSubcommand: SectionsListCommand.self)
    }
}
