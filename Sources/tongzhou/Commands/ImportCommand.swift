import ArgumentParser
import Compensation
import Foundation
import NodeService

/// Records readings from a file.
struct ImportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: Speech.text(zh: "导入监测数据（.xlsx、CSV）", en: "import readings (.xlsx, CSV)"),
            discussion: Speech.text(
                zh: "要么全部记录，要么指出每一处问题而一条不记，并在原文件旁写出一份标明问题的工作簿。同一文件再次导入不会重复记录。退出码：3 只记录了无问题的行，6 未记录任何数据。",
                en:
                    "Records everything, or names every issue, records nothing and writes a workbook beside the file that shows what is wrong. The same file imported again adds nothing. Exit codes: 3 only the rows without issues were recorded, 6 nothing was recorded."
            ))
    }

    @OptionGroup var node: NodeOptions
    @OptionGroup var file: ReadingsFileOptions

    @Option(
        help: ArgumentHelp(
            Speech.text(zh: "与已记录不同的数据作为更正写入，并给出理由", en: "record values that differ from the record as corrections"),
            valueName: "reason"))
    var asCorrection: String?
    @Flag(help: ArgumentHelp(Speech.text(zh: "只记录没有问题的行", en: "record the rows without issues")))
    var acceptValidRows = false
    @Flag(help: ArgumentHelp(Speech.text(zh: "也记录已核验期间的迟到数据", en: "record late readings of verified periods too")))
    var late = false

    func run() async throws {
        try await CommonOptions.guarded {
            var form = try file.readingsFile()
            form.correction = asCorrection
            form.acceptsValidRows = acceptValidRows
            form.takesLate = late
            try file.finish(try await node.outcome(of: .importReadings(form)), node)
        }
    }
}
