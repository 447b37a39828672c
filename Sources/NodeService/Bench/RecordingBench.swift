import Compensation
import Federation
public import Foundation
import NodeStore
public import Presentation

/// Times how fast single readings are recorded on this machine's disk: a node of its own in a new folder, `clients`
/// that each send one reading, wait until it is signed and durable, and send the next.
public struct RecordingBench {
    private let folder: URL
    private let records: Int
    private let clients: Int

    /// - Parameter folder: where to make the node, on the disk to be measured; the node is removed at the end.
    public init(folder: URL, records: Int, clients: Int) {
        self.folder = folder
        self.records = records
        self.clients = clients
    }

    public func run() async throws -> RecordingFigures {
        let home = folder.appending(path: "tongzhou-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: false)
        defer {
            BootSentinel.remove(of: DataFolder(home.appending(path: "node")))
            try? FileManager.default.removeItem(at: home)
        }
        let node = try await make(in: home)
        let start = Deadline(after: .zero)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask { [records, clients] in
                    for number in stride(from: client, to: records, by: clients) {
                        try await Self.record(number, in: node)
                    }
                }
            }
            try await group.waitForAll()
        }
        let milliseconds = (.zero - start.left).milliseconds
        return RecordingFigures(
            records: records, clients: clients, milliseconds: milliseconds, folder: folder.path)
    }

    private func make(in home: URL) async throws -> Node {
        let peers = home.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        let facts = home.appending(path: "facts.yaml")
        let text = """
            node: bench.tongzhou.test
            code: "990000"
            role: province
            name: {zh: 测速, en: Bench}
            address: {host: 127.0.0.1, port: 19999}
            logs: [common/1]
            """
        try Data(text.utf8).write(to: facts)
        _ = try await NewNode(
            folder: home.appending(path: "node"), facts: facts, certificates: home, peers: peers, readers: [],
            port: nil
        ).create(.zh)
        let configuration = try NodeConfiguration(contentsOf: home.appending(path: "node/node.yaml"))
        let node = try NodeLauncher.open(configuration, quiet: true)
        let form = OperatorCommand.SectionForm(
            id: "bench-section", nameZh: "测速断面", nameEn: "Bench section", aliases: [], river: "测速", basin: "测速",
            bodyType: "river", controlLevel: "国控", upstream: "990000", downstream: "990001")
        let outcome = await CommandDesk(node: node, running: false).perform(.addSection(form), .zh, format: .table)
        guard outcome.exitCode == ExitCode.done else { throw CommandFailure(zh: outcome.errors, en: outcome.errors) }
        return node
    }

    /// As a file of one row, read and checked like any other.
    private static func record(_ number: Int, in node: Node) async throws {
        let minute = number % 60
        let hour = number / 60 % 24
        let day = number / 1440 % 28 + 1
        let month = number / 40_320 % 12 + 1
        let year = 2000 + number / 483_840
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = """
            断面名称,监测时间,站点情况,pH,溶解氧,高锰酸盐指数,氨氮,总磷
            测速断面,\(year)-\(two(month))-\(two(day)) \(two(hour)):\(two(minute)),正常,7.5\(number % 10),8.1,2.1,0.025,0.04
            """
        let file = OperatorCommand.ReadingsFile(
            name: "bench.csv", bytes: Array(text.utf8), year: nil, source: "bench-station", channel: "common",
            dryRun: false)
        let receipt = try await ReadingsDesk(node: node).record(file).receipt
        guard receipt.entries.count == 1 else {
            throw CommandFailure(zh: "未能记录：\(receipt.text(.zh))", en: "not recorded: \(receipt.text(.en))")
        }
    }
}
