import ArgumentParser

/// The configuration.
struct ConfigCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "config",
            abstract: Speech.text(zh: "配置：检查、查看", en: "configuration: check, show"),
            subcommands: [ConfigCheckCommand.self, ConfigShowCommand.self])
    }
}
