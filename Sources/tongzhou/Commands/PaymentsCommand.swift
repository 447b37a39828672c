import ArgumentParser

/// Payments: list, notice, pay, receive, collect.
struct PaymentsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "payments",
            abstract: Speech.text(zh: "拨款：列出、结算单、拨款、确认收款、强制收扣", en: "payments: list, notice, pay, receive, collect"),
            subcommands: [
                PaymentsListCommand.self, PaymentsNoticeCommand.self, PaymentsPayCommand.self,
                PaymentsReceiveCommand.self, PaymentsCollectCommand.self,
            ],
            defaultSubcommand: PaymentsListCommand.self)
    }
}
