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
            Speech.text(zh: "更正条目，如 日志#序号；不写则为全部待确认的", en: "the correction, as log#index; without it, all that wait")))
    var correction: String?

    func run() async throws { try await node.run(.endorse(place: correction)) }
}
