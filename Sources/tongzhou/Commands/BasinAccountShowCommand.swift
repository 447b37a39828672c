import ArgumentParser
import NodeService

/// Shows the unified accounting.
struct BasinAccountShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "查看干流统一核算，并由相同截面复算", en: "show the unified accounting, computed here from the same cut"))
    }

    @OptionGroup var node: NodeOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String?
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String?

    func run() async throws { try await node.run(.centre(.accounts(basin: basin, year: year))) }
}
