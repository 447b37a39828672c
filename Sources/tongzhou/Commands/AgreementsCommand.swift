import ArgumentParser

/// Agreements: list, show, draft, compare, sign, file, end.
struct AgreementsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "agreements",
            abstract: Speech.text(
                zh: "协议：列出、查看、起草、比较、签署、备案、终止", en: "agreements: list, show, draft, compare, sign, file, end"),
            subcommands: [
                AgreementsListCommand.self, AgreementsShowCommand.self, AgreementsDraftCommand.self,
                AgreementsDiffCommand.self, AgreementsSignCommand.self, AgreementsFileCommand.self,
                AgreementsEndCommand.self,
            ],
            defaultSubcommand: AgreementsListCommand.self)
    }
}
