import ArgumentParser
import NodeService

/// Shows an agreement.
struct AgreementsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "显示协议的各个文本、约定与进展", en: "show the versions of an agreement, their terms and how they stand"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String

    func run() async throws { try await node.run(.agreement(.show(agreement: agreement))) }
}
