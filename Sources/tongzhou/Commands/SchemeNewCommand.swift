import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Begins a scheme.
struct SchemeNewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: Speech.text(
                zh: "输出一份带说明的方案样本，或写入新文件（不覆盖）",
                en: "print a template with remarks, or write it to a new file (never over an old one)"),
            discussion: Speech.text(
                zh: "例：tongzhou scheme new 我的协议.md", en: "Example: tongzhou scheme new agreement.md"))
    }

    @OptionGroup var options: OfflineOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "新文件；不给则输出到屏幕", en: "new file; without it the template is printed")))
    var file: String?

    func run() async throws {
        try await CommonOptions.guarded {
            if let file {
                guard !FileManager.default.fileExists(atPath: file) else {
                    let text = Speech.text(
                        zh: "\(file)：文件已存在，未改动\n", en: "\(file): the file exists and is left alone\n")
                    return try CommonOptions.finish(
                        CommandOutcome(exitCode: ExitCode.inputRefused, errors: text))
                }
                try Data(SchemeTemplate.text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
            }
            let receipt = SchemeTemplateReceipt(file: file, template: SchemeTemplate.text)
            try CommonOptions.finish(
                CommandOutcome(exitCode: ExitCode.done, output: receipt.rendered(options.format, Speech.language)))
        }
    }
}
