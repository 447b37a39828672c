import ArgumentParser

/// Compensation in kind: list, offer, accept.
struct InKindCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "in-kind",
            abstract: Speech.text(zh: "非资金补偿：列出、提出、认可", en: "compensation in kind: list, offer, accept"),
            subcommands: [InKindListCommand.self, InKindOfferCommand.self, InKindAcceptCommand.self],
            defaultSubcommand: InKindListCommand.self)
    }
}
