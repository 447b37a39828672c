import ArgumentParser
import Foundation
import NodeService

/// Writes everything of one kind into a file for spreadsheets.
struct ExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: Speech.text(
                zh: "导出监测数据、核算结果、台账或拨款（.xlsx、CSV）", en: "export readings, settlements, ledger or payments"),
            discussion: Speech.text(
                zh: "按文件名的后缀写成 .xlsx，或带 BOM 的 UTF-8 CSV。已有的文件不会被覆盖。导出的监测数据可以再次导入。",
                en:
                    "As .xlsx, or as CSV in UTF-8 with a byte order mark, by the ending of the file's name. Nothing is overwritten. Exported readings can be imported again."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "导出什么", en: "what to export")))
    var subject: ExportChoice
    @Option(help: ArgumentHelp(Speech.text(zh: "写入的文件", en: "file to write"), valueName: "FILE.xlsx|FILE.csv"))
    var to: String

    private var format: ExportForm.Format? {
        ExportForm.Format(rawValue: URL(filePath: to).pathExtension.lowercased())
    }

    func validate() throws {
        guard format != nil else {
            throw ValidationError(Speech.text(zh: "--to 的文件名应以 .xlsx 或 .csv 结尾", en: "--to must end in .xlsx or .csv"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let outcome = try await node.outcome(of: .export(ExportForm(subject.subject, format ?? .xlsx)))
            guard outcome.exitCode == ExitCode.done, let file = outcome.files.first else {
                return try CommonOptions.finish(outcome)
            }
            try OutputFiles.write([(to, file.bytes)])
            try node.finish(outcome, adding: OutputFiles.told([to]))
        }
    }
}
