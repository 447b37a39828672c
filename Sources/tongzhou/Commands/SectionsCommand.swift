import ArgumentParser

/// Sections: list, show, register.
struct SectionsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sections", abstract: Speech.text(zh: "断面：列出、查看、登记", en: "sections: list, show, register"),
            subcommands: [
                SectionsListCommand.self, SectionsShowCommand.self, SectionsReadingsCommand.self,
                SectionsAddCommand.self,
            ],
            defaultSubcommand: SectionsListCommand.self)
    }
}
