import ArgumentParser
import NodeService

/// Compares two versions of an agreement.
struct AgreementsDiffCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: Speech.text(
                zh: "比较协议的两个文本：条款、参数、断面、约定", en: "compare two versions: articles, parameters, sections, duties"))
    }

    @OptionGroup var node: NodeOptions
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "原文本的摘要", en: "digest of the old version")))
    var old: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "新文本的摘要", en: "digest of the new version")))
    var new: String

    func run() async throws {
        try await node.run(.agreement(.differences(agreement: agreement, from: old, to: new)))
    }
}
