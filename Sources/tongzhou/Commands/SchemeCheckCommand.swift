import ArgumentParser
import NodeService

/// Finds everything wrong with scheme files.
struct SchemeCheckCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: Speech.text(
                zh: "检查方案文件，指出每一处问题的行、列、条款和代码",
                en: "check scheme files; names line, column, article and code of every problem"),
            discussion: Speech.text(
                zh: "例：tongzhou scheme check schemes/*.md\n有任何问题时退出码为 6。",
                en: "Example: tongzhou scheme check schemes/*.md\nExits with 6 if there is any problem."))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "方案文件", en: "scheme files")))
    var files: [String]

    func run() async throws {
        try await CommonOptions.guarded {
            try CommonOptions.finish(
                SchemeDesk(Speech.language, format: options.format).check(try files.map(OfflineOptions.file)))
        }
    }
}
