import ArgumentParser
import NodeService

/// Says that a payment has arrived.
struct PaymentsReceiveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "receive", abstract: Speech.text(zh: "确认收到一笔拨款", en: "confirm that a payment has arrived"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "文号或日志位置", en: "its number or its place in the log")))
    var payment: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "到账金额，须写单位，如 2550万元", en: "what arrived, with its unit, such as 2550万元")))
    var amount: String
    @Option(help: ArgumentHelp(Speech.text(zh: "到账日期", en: "day it arrived")))
    var receivedOn: String

    func run() async throws {
        try await node.run(
            .money(
                .receive(
                    MoneyCommand.ReceiptForm(
                        payment: payment, amount: amount, receivedOn: receivedOn, dryRun: dry.dryRun))))
    }
}
