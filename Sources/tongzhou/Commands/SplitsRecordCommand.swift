import ArgumentParser
import NodeService

/// Divides a received payment.
struct SplitsRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(zh: "按份额分配一笔已收拨款，分毫不差", en: "divide a received payment by fixed factors, exactly"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(help: ArgumentHelp(Speech.text(zh: "文号或日志位置", en: "its number or its place in the log")))
    var payment: String
    @Option(
        name: .customLong("share"),
        help: ArgumentHelp(Speech.text(zh: "份额，每个区县一次：500242=酉阳县:1", en: "a share, once per district: 500242=酉阳县:1")))
    var shares: [String]

    func run() async throws {
        try await node.run(.money(.split(MoneyCommand.SplitForm(payment: payment, shares: shares, dryRun: dry.dryRun))))
    }
}
