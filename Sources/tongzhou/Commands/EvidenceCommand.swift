import ArgumentParser

/// Proven contradictions.
struct EvidenceCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "evidence",
            abstract: Speech.text(
                zh: "分叉证据：列出、导出、核验", en: "evidence of two histories: list, export, verify"),
            subcommands: [EvidenceListCommand.self, EvidenceExportCommand.self, EvidenceVerifyCommand.self],
            defaultSubcommand: EvidenceListCommand.self)
    }
}
