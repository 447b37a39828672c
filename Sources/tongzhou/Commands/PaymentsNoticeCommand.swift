import ArgumentParser
import NodeService

/// Prints the notice of a payment.
struct PaymentsNoticeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "notice",
            abstract: Speech.text(zh: "打印一笔拨款或强制收扣的结算单", en: "print the statement of a payment or a collection"),
            aliases: ["show"])
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "文号或日志位置；强制收扣写日志位置",
                en: "its number or place in the log; a collection by the centre is named by its place")))
    var payment: String

    func run() async throws {
        try await node.run(.money(.notice(payment: payment)))
    }
}
