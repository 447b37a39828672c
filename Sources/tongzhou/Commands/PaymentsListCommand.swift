import ArgumentParser
import NodeService

/// Lists what is owed and what was paid.
struct PaymentsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出应付款与拨款", en: "list what is owed and what was paid"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "只列一个协议", en: "of one agreement only")), completion: .agreements)
    var agreement: String?

    func run() async throws {
        try await node.run(.money(.payments(agreement: agreement)))
    }
}
