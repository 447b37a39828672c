import ArgumentParser
import Compensation
import Foundation
import NodeService
import Presentation

/// A file of readings and how to understand it.
struct ReadingsFileOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            Speech.text(
                zh: "工作簿（.xlsx）或 CSV 文件（UTF-8 或 GB 18030）", en: "workbook (.xlsx), or CSV file (UTF-8 or GB 18030)")))
    var file: String
    @Option(help: ArgumentHelp(Speech.text(zh: "时间没有年份时的年份", en: "the year, for times without one")))
    var year: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "数据来源", en: "who measured")))
    var source = "cnemc-auto"
    @Option(help: ArgumentHelp(Speech.text(zh: "写入的通道", en: "channel to record in")))
    var channel = "common"
    @Flag(help: ArgumentHelp(Speech.text(zh: "只检查，不记录", en: "check only, record nothing")))
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "“未检出”的检出限，可多次给出", en: "what a value that only says ND lies below; may be repeated"),
            valueName: "nh3n=0.025"))
    var detectionLimit: [String] = []
    @Option(help: ArgumentHelp(Speech.text(zh: "不采用的列，可多次给出", en: "heading of a column to leave out; may be repeated")))
    var ignoreColumn: [String] = []

    func validate() throws {
        guard year.map({ (1990...2200).contains($0) }) ?? true else {
            throw ValidationError(Speech.text(zh: "--year 应为四位年份", en: "--year must be a four-digit year"))
        }
    }

    func readingsFile() throws -> OperatorCommand.ReadingsFile {
        var form = OperatorCommand.ReadingsFile(
            name: URL(filePath: file).lastPathComponent, bytes: try CommonOptions.bytes(of: file), year: year,
            source: source, channel: channel, dryRun: dryRun)
        form.detectionLimits = detectionLimit
        form.ignoredColumns = ignoreColumn
        return form
    }

    /// Prints the outcome, and writes the copy of a file with issues beside the file, under a name that is free.
    func finish(_ outcome: CommandOutcome, _ node: NodeOptions) throws {
        var (output, lines, failures) = (outcome.output, "", "")
        for copy in outcome.files {
            let path = freePath(copy.name)
            do {
                try copy.bytes.write(to: URL(filePath: path), options: .withoutOverwriting)
                if node.format == .json { output = ImportReceipt.naming(copy: path, in: output) }
                lines += Speech.text(
                    zh: "已逐行标明问题，可改好后再次导入：\(path)\n",
                    en: "the same rows with what is wrong beside them, to be mended and imported again: \(path)\n")
            } catch {
                failures += Speech.text(
                    zh: "无法写入 \(path)：\(error.localizedDescription)\n",
                    en: "\(path) cannot be written: \(error.localizedDescription)\n")
            }
        }
        try CommonOptions.finish(
            CommandOutcome(
                exitCode: outcome.exitCode, output: output + (node.output.isForPeople ? lines : ""),
                errors: outcome.errors + failures))
    }

    /// Beside the file, where that name is free.
    private func freePath(_ name: String) -> String {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        let stem = name.dropLast(".xlsx".count)
        let paths = ([name] + (2...99).map { "\(stem)-\($0).xlsx" }).map { folder + $0 }
        return paths.first { !FileManager.default.fileExists(atPath: $0) } ?? folder + name
    }
}
