import ArgumentParser
import NodeService

/// Shows a year of an agreement.
struct ClearingShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "查看一个年度：各期核算、中央清算、本节点自行算得的结果",
                en: "show a year: its settlements, the centre's clearing and what this node computes"),
            discussion: Speech.text(
                zh: "中央未清算时也可查看：按已核验的结果计算，缺什么写明什么。",
                en: "Works with the centre silent: computed from what is verified, and whatever is missing is named."))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var text: TextOption
    @Argument(
        help: ArgumentHelp(Speech.text(zh: "协议，如 youshui-2019", en: "agreement, such as youshui-2019")),
        completion: .agreements)
    var agreement: String
    @Argument(help: ArgumentHelp(Speech.text(zh: "年度，如 2023", en: "year, such as 2023")))
    var year: String

    func run() async throws {
        try await node.run(.money(.clearing(agreement: agreement, year: year, digest: text.digest)))
    }
}
