import ArgumentParser
import NodeService

/// Divides a received payment.
struct SplitsRecordCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record",
            abstract: Speech.text(
                zh: "按份额分配一笔已收拨款或转拨的收扣资金，分毫不差", en: "divide what was received by fixed factors, exactly"))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var dry: DryRunFlag
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "文号或日志位置；强制收扣写日志位置",
                en: "its number or place in the log; a collection by the centre is named by its place")))
    var payment: String
    @Option(
        name: .customLong("share"),
        help: ArgumentHelp(Speech.text(zh: "份额，每个区县一次：500242=酉阳县:1", en: "a share, once per district: 500242=酉阳县:1")))
    var shares: [String]

    func run() async throws {
        try await node.run(.money(.split(MoneyCommand.SplitForm(payment: payment, shares: shares, dryRun: dry.dryRun))))
    }
}
