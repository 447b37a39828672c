import ArgumentParser

/// Agreements: list, record, sign.
struct AgreementsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agreements", abstract: Speech.text(zh: "协议：列出、记录、签署", en: "agreements: list, record, sign"),
            subcommands: [AgreementsListCommand.self, AgreementsAddCommand.self, AgreementsSignCommand.self],
            defaultSubcommand: AgreementsListCommand.self)
    }
}
