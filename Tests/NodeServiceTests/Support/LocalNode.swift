import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// A node of its own in a folder of its own, not serving; commands are carried out as the running node does.
final class LocalNode {
    let folder: Folder
    let home: URL

    init() async throws {
        folder = try Folder()
        home = folder.url.appending(path: "node")
        let peers = folder.url.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        let new = NewNode(
            folder: home, facts: Repository.url("peers/430000.yaml"), certificates: folder.url, peers: peers,
            readers: ["youshui=500000.tongzhou.test"], port: nil)
        _ = try await new.create(.zh)
    }

    func open() throws -> Node {
        try NodeLauncher.open(NodeConfiguration(contentsOf: home.appending(path: "node.yaml")), quiet: true)
    }

    /// With something that watches its writes.
    func open(_ watch: any CommitWatch) throws -> Node {
        let configuration = try NodeConfiguration(contentsOf: home.appending(path: "node.yaml"))
        return try Node(
            configuration: configuration, peers: [], key: LogKey(contentsOf: configuration.logKey),
            clock: SystemClock(), stores: NodeStores(configuration.data, watch: watch),
            logger: NodeLauncher.logger(.critical))
    }

    func perform(_ command: OperatorCommand, _ language: Language = .zh, format: OutputFormat = .table) async throws
        -> CommandOutcome
    {
        await CommandDesk(node: try open(), running: false).perform(command, language, format: format)
    }

    static func file(_ name: String, _ bytes: [UInt8], year: Int? = 2021, dryRun: Bool = false)
        -> OperatorCommand.ReadingsFile
    {
        OperatorCommand.ReadingsFile(
            name: name, bytes: bytes, year: year, source: "cnemc-auto", channel: "common", dryRun: dryRun)
    }

    static let liye = OperatorCommand.SectionForm(
        id: "430000-liye", nameZh: "里耶镇", nameEn: "Liye Town", aliases: [], river: "酉水", basin: "长江流域",
        bodyType: "river", controlLevel: "国控", upstream: "500000", downstream: "430000")
}
