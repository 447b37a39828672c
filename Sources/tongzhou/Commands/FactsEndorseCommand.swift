import ArgumentParser
import NodeService

/// Endorses another party's facts.
struct FactsEndorseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "endorse", abstract: Speech.text(zh: "确认其他方填报的核定数据", en: "endorse what another party states"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "填报条目，如 日志#序号；只有一处待确认时可不写", en: "the statement, as log#index; may be left out when only one waits"))
    )
    var statement: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws {
        try await node.run(.settlement(.endorseFacts(place: statement, dryRun: dry.dryRun)))
    }
}
