import ArgumentParser
import Foundation
import NodeService
import Presentation

/// Measures how fast this machine records.
struct BenchCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "bench",
            abstract: Speech.text(
                zh: "在这块磁盘上逐条记录监测数据，测其速度（另建临时节点，完后删除）",
                en: "time the recording of single readings on this disk (in a temporary node, removed at the end)"))
    }

    @OptionGroup var options: OfflineOptions
    @Option(
        name: .long,
        help: ArgumentHelp(Speech.text(zh: "要测的磁盘上的文件夹", en: "a folder on the disk to measure")))
    var folder = "."
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "记录条数", en: "records")))
    var records = 20_000
    @Option(name: .long, help: ArgumentHelp(Speech.text(zh: "同时发送的路数", en: "clients that send at once")))
    var clients = 64

    func validate() throws {
        guard (1...10_000_000).contains(records), (1...10_000).contains(clients) else {
            throw ValidationError(
                Speech.text(
                    zh: "--records 应为 1 至 10000000，--clients 应为 1 至 10000",
                    en: "--records must be 1 to 10000000, --clients 1 to 10000"))
        }
    }

    func run() async throws {
        try await CommonOptions.guarded {
            let bench = RecordingBench(folder: URL(filePath: folder), records: records, clients: clients)
            let figures = try await bench.run()
            let text = figures.rendered(options.format, Speech.language)
            try CommonOptions.finish(CommandOutcome(exitCode: 0, output: text))
        }
    }
}
