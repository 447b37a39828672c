import ArgumentParser
import NodeService

/// Shows what a scheme consists of.
struct SchemeShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Speech.text(
                zh: "查看方案：缔约方、断面、待定参数、各条款的规则",
                en: "show a scheme: parties, sections, open parameters, the rules of each article"),
            discussion: Speech.text(
                zh: "例：tongzhou scheme show schemes/酉水-重庆-湖南.md",
                en: "Example: tongzhou scheme show schemes/酉水-重庆-湖南.md"))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme file")))
    var file: String

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(
                SchemeDesk(Speech.language, format: options.format).show(try OfflineOptions.file(file)))
        }
    }
}
