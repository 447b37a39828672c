import ArgumentParser
import NodeService

/// Lists the ledgers.
struct LedgerListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: Speech.text(
                zh: "按流域与年度列出台账合计，以及不符之处", en: "list the ledger of each basin and year, and what does not follow"))
    }

    @OptionGroup var node: NodeOptions

    func run() async throws { try await node.run(.centre(.ledgers)) }
}
