import ArgumentParser
import NodeService

/// Prints the notice of a payment.
struct PaymentsNoticeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "notice", abstract: Speech.text(zh: "打印一笔拨款的结算单", en: "print the statement of a payment"),
            aliases: ["show"])
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "文号或日志位置", en: "its number or its place in the log")))
    var payment: String

    func run() async throws {
        try await node.run(.money(.notice(payment: payment)))
    }
}
