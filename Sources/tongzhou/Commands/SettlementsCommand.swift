import ArgumentParser

/// Settlements: list, show, propose, accept, object.
struct SettlementsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "settlements",
            abstract: Speech.text(
                zh: "核算结果：列出、查看、结算单、提议、认可、异议",
                en: "settlements: list, show, statement, propose, accept, object"),
            discussion: Speech.text(
                zh: "每笔核算列出由谁、做什么、期限。核算期 2021-04 的第一次调整写作 2021-04+1。状态与期限见 docs/settlements.md。",
                en:
                    "Each settlement lists who has to do what by when. The first adjustment of 2021-04 is written 2021-04+1. States and deadlines: docs/settlements.md."
            ),
            subcommands: [
                SettlementsListCommand.self, SettlementsShowCommand.self, SettlementsStatementCommand.self,
                ProposeCommand.self, AcceptCommand.self,
                SettlementsObjectCommand.self,
            ],
            defaultSubcommand: SettlementsListCommand.self)
    }
}
