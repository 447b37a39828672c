import ArgumentParser

/// The centre's ledger: list, show, recomputed line by line.
struct LedgerCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ledger",
            abstract: Speech.text(zh: "台账：列出、查看，并逐项复算", en: "the centre's ledger: list, show, recomputed line by line"),
            subcommands: [LedgerListCommand.self, LedgerShowCommand.self], defaultSubcommand: LedgerListCommand.self)
    }
}
