import ArgumentParser
import NodeService

/// Endorses corrections and jointly monitored readings of other parties.
struct EndorseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "endorse",
            abstract: Speech.text(
                zh: "确认其他方的数据更正或联合监测数据", en: "endorse corrections and joint readings of other parties"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "更正或监测数据条目，如 日志#序号；只有一处待确认时可不写",
                en: "the correction or the readings, as log#index; may be left out when only one waits")))
    var entry: String?
    @OptionGroup var dry: DryRunFlag

    func run() async throws { try await node.run(.endorse(place: entry, dryRun: dry.dryRun)) }
}
