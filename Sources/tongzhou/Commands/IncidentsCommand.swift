import ArgumentParser

/// Incidents: list, report, rule.
struct IncidentsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "incidents", abstract: Speech.text(zh: "突发事件：列出、通报、裁定", en: "incidents: list, report, rule"),
            subcommands: [IncidentsListCommand.self, IncidentsReportCommand.self, IncidentsRuleCommand.self],
            defaultSubcommand: IncidentsListCommand.self)
    }
}
