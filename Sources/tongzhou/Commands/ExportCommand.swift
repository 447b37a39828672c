import ArgumentParser
import Compensation
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
                zh:
                    "按文件名的后缀写成 .xlsx，或带 BOM 的 UTF-8 CSV。已有的文件不会被覆盖。导出的监测数据可以再次导入。--from、--until 限定期间：监测数据按监测时间，核算结果按核算期，台账按年度，拨款按付款日。",
                en:
                    "As .xlsx, or as CSV in UTF-8 with a byte order mark, by the ending of the file's name. Nothing is overwritten. Exported readings can be imported again. --from and --until go by the time of a reading, the period of a settlement, the year of a line of the ledger, the day of a payment."
            ))
    }

    @OptionGroup var node: NodeOptions
    @Argument(help: ArgumentHelp(Speech.text(zh: "导出什么", en: "what to export")))
    var subject: ExportChoice
    @Option(help: ArgumentHelp(Speech.text(zh: "写入的文件", en: "file to write"), valueName: "FILE.xlsx|FILE.csv"))
    var to: String

    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "自哪一期起，如 2021、2021-04", en: "first period, such as 2021 or 2021-04"), valueName: "PERIOD"),
        completion: .periods)
    var from: String?
    @Option(
        help: ArgumentHelp(Speech.text(zh: "至哪一期止（含）", en: "last period, included"), valueName: "PERIOD"),
        completion: .periods)
    var until: String?
    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "只导出一个断面的监测数据或核算结果", en: "readings or settlements of one section only")),
        completion: .sections)
    var section: String?

    private var format: ExportForm.Format? {
        ExportForm.Format(rawValue: URL(filePath: to).pathExtension.lowercased())
    }

    func validate() throws {
        guard format != nil else {
            throw ValidationError(Speech.text(zh: "--to 的文件名应以 .xlsx 或 .csv 结尾", en: "--to must end in .xlsx or .csv"))
        }
        for (name, text) in [("--from", from), ("--until", until)] {
            guard let text, Period(text) == nil else { continue }
            throw ValidationError(
                Speech.text(
                    zh: "\(name) 应为核算期，如 2021 或 2021-04", en: "\(name) must be a period such as 2021 or 2021-04"))
        }
        guard section == nil || subject.subject.hasSections else {
            throw ValidationError(
                Speech.text(zh: "--section 只用于监测数据与核算结果", en: "--section is for readings and settlements only"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            var form = ExportForm(subject.subject, format ?? .xlsx)
            (form.from, form.until, form.section) = (from, until, section)
            let outcome = try await node.outcome(of: .export(form))
            guard outcome.exitCode == ExitCode.done, let file = outcome.files.first else {
                return try CommonOptions.finish(outcome)
            }
            try OutputFiles.write([(to, file.bytes)])
            try node.finish(outcome, adding: OutputFiles.told([to]))
        }
    }
}
