import ArgumentParser
import NodeService

/// Lists the tables of awards.
struct AwardsListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: Speech.text(zh: "列出年度奖励与扣减表", en: "list the yearly tables"))
    }

    @OptionGroup var node: NodeOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String?

    func run() async throws { try await node.run(.centre(.awards(basin: basin, year: year))) }
}
