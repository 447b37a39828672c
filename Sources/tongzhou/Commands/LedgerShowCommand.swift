import ArgumentParser
import NodeService

/// Shows one ledger.
struct LedgerShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: Speech.text(zh: "查看一个流域一年的台账", en: "show the ledger of one basin and year"))
    }

    @OptionGroup var node: NodeOptions
    @Option(help: ArgumentHelp(Speech.text(zh: "流域，如 长江流域", en: "basin, such as 长江流域")))
    var basin: String
    @Option(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String

    func run() async throws { try await node.run(.centre(.ledger(basin: basin, year: year))) }
}
