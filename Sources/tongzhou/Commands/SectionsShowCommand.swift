import ArgumentParser
import NodeService

/// Shows a section.
struct SectionsShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(zh: "显示断面：目标、岸别、暂停与数据来源", en: "show a section: targets, bank, suspensions, sources"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "断面的标识、名称或别名", en: "identifier, name or alias of the section")),
        completion: .sections)
    var section: String

    func run() async throws { try await node.run(.section(.show(section: section))) }
}
