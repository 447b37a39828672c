import ArgumentParser
import NodeService

/// Signs an agreement.
struct AgreementsSignCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign", abstract: Speech.text(zh: "签署协议：本方受其约束", en: "sign an agreement: binds this party"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")))
    var agreement: String

    func run() async throws { try await node.run(.signAgreement(agreement: agreement)) }
}
