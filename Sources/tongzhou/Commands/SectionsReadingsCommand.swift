import ArgumentParser
import NodeService

/// Lists the readings of a section.
struct SectionsReadingsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "readings",
            abstract: Speech.text(
                zh: "列出断面的监测数据：公布类别与计算类别并列，不符的注明",
                en: "list the readings of a section: published and computed class side by side"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "断面的标识、名称或别名", en: "identifier, name or alias of the section")),
        completion: .sections)
    var section: String
    @Option(
        help: ArgumentHelp(Speech.text(zh: "核算期，如 2021-04；默认全部", en: "period, such as 2021-04; all times by default")),
        completion: .periods)
    var period: String?

    func run() async throws { try await node.run(.section(.readings(section: section, period: period))) }
}
