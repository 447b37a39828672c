import ArgumentParser
import Compensation
import Foundation
import NodeService

/// A file of readings and how to understand it.
struct ReadingsFileOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(Speech.text(zh: "CSV 文件（UTF-8 或 GB 18030）", en: "CSV file (UTF-8 or GB 18030)")))
    var file: String
    @Option(help: ArgumentHelp(Speech.text(zh: "时间没有年份时的年份", en: "the year, for times without one")))
    var year: Int?
    @Option(help: ArgumentHelp(Speech.text(zh: "数据来源", en: "who measured")))
    var source = "cnemc-auto"
    @Option(help: ArgumentHelp(Speech.text(zh: "写入的通道", en: "channel to record in")))
    var channel = "common"
    @Flag(help: ArgumentHelp(Speech.text(zh: "只检查，不记录", en: "check only, record nothing")))
    var dryRun = false

    func validate() throws {
        guard year.map({ (1990...2200).contains($0) }) ?? true else {
            throw ValidationError(Speech.text(zh: "--year 应为四位年份", en: "--year must be a four-digit year"))
        }
    }

    func readingsFile() throws -> OperatorCommand.ReadingsFile {
        OperatorCommand.ReadingsFile(
            name: URL(filePath: file).lastPathComponent, bytes: try CommonOptions.bytes(of: file), year: year,
            source: source, channel: channel, dryRun: dryRun)
    }
}
