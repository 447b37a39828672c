import ArgumentParser
import NodeService

/// Endorses corrections of other parties.
struct EndorseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "endorse",
            abstract: Speech.text(zh: "确认其他方的数据更正", en: "endorse corrections of other parties"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "更正条目，如 日志#序号；只有一处待确认时可不写", en: "the correction, as log#index; may be left out when only one waits")
        ))
    var correction: String?

    func run() async throws { try await node.run(.endorse(place: correction)) }
}
