import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Presentation
import Testing
import TransparencyLog

@testable import NodeService

/// Chongqing, Hunan and the centre in this process, all with one clock that a test sets. Two of these from one
/// `Folder` have the same keys and the same beginning, so that equal conversations make equal bytes.
final class SeparateNodes {
    enum Carrier: String, CaseIterable {
        /// What the peers' servers would answer, resource by resource.
        case wire
        case bundles
    }

    static let codes = ["500000", "430000", "100000"]

    let clock: FixedClock
    let carrier: Carrier
    private let folder: URL
    private(set) var nodes: [String: Node] = [:]
    private var files = 0

    /// Makes the three folders below `folder`, without any node running.
    static func prepare(_ folder: URL) async throws {
        let peers = folder.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        for code in codes {
            let home = folder.appending(path: code)
            let others = codes.filter { $0 != code }.map { "\($0).tongzhou.test" }.joined(separator: ",")
            _ = try await NewNode(
                folder: home, facts: Repository.url("peers/\(code).yaml"), certificates: folder, peers: peers,
                readers: code == "100000" ? [] : ["youshui=\(others)"], port: nil
            ).create(.en)
            let name = "\(code).tongzhou.test.yaml"
            try FileManager.default.copyItem(at: home.appending(path: name), to: peers.appending(path: name))
        }
    }

    /// Copies what `prepare` made and opens the nodes.
    init(_ prepared: URL, _ carrier: Carrier, in place: URL) throws {
        self.carrier = carrier
        folder = place.appending(path: carrier.rawValue)
        clock = FixedClock(try #require(Timestamp("2021-01-05T09:00:00+08:00")))
        try FileManager.default.copyItem(at: prepared, to: folder)
        for code in Self.codes { nodes[code] = try open(code) }
    }

    /// The node in one of the folders. They are copies and nobody can be asked, so the machine is told that all that
    /// was signed is there.
    func open(_ name: String) throws -> Node {
        let configuration = try NodeConfiguration(contentsOf: folder.appending(path: "\(name)/node.yaml"))
        let key = try LogKey(contentsOf: configuration.logKey)
        try BootSentinel(DataFolder(configuration.data), of: configuration.node)?.keep([])
        var logger = Logger(label: "test", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        return try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: key, clock: clock, stores: NodeStores(configuration.data),
            logger: logger)
    }

    /// Ends a node, changes its settings or those of its peers, and starts it anew.
    func restart(_ code: String, _ change: (NodeConfiguration) throws -> Void) throws {
        let configuration = try node(code).configuration
        nodes[code] = nil
        try change(configuration)
        nodes[code] = try open(code)
    }

    /// Adds a line to a node's settings or to one of its files on its peers.
    static func add(_ line: String, to file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data("\(text)\n\(line)\n".utf8).write(to: file)
    }

    /// Ends a node, so that a test can open it in another way.
    func close(_ code: String) { nodes[code] = nil }

    deinit {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names { BootSentinel.remove(of: DataFolder(folder.appending(path: name))) }
    }

    /// A second node with the key and the history of one of these, as of now.
    func twin(of code: String) throws -> Node {
        let name = "\(code)-twin"
        try FileManager.default.copyItem(at: folder.appending(path: code), to: folder.appending(path: name))
        return try open(name)
    }

    func node(_ code: String) throws -> Node { try #require(nodes[code]) }

    /// Carries out a command that has to succeed.
    @discardableResult
    func done(_ code: String, _ command: OperatorCommand) async throws -> [String: Any] {
        let outcome = await CommandDesk(node: try node(code), running: true).perform(command, .en, format: .json)
        #expect(outcome.exitCode == 0, "\(code) \(outcome.errors)\(outcome.output)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    func perform(_ code: String, _ command: OperatorCommand) async throws -> CommandOutcome {
        await CommandDesk(node: try node(code), running: true).perform(command, .en, format: .json)
    }

    /// Everybody hears what everybody else has said, in a fixed order.
    func exchange(among codes: [String] = codes) async throws {
        for owner in codes {
            for reader in codes where reader != owner { try await carry(owner, reader) }
        }
    }

    private func carry(_ owner: String, _ reader: String) async throws {
        switch carrier {
        case .wire: try await Self.follow(try node(owner), try node(reader))
        case .bundles:
            if let file = try await export(owner, for: reader) {
                try await done(reader, .importBundle(path: file, dryRun: false))
            }
        }
    }

    /// The path of a new bundle, or `nil` when there was nothing new.
    func export(
        _ owner: String, for reader: String, full: Bool = false, mirrors: Bool = false, from: [String] = []
    ) async throws -> String? {
        files += 1
        let form = OperatorCommand.BundleForm(
            peer: reader, path: folder.appending(path: "\(files).tzbundle").path, folder: folder.path, full: full,
            mirrors: mirrors, from: from)
        return try await done(owner, .exportBundle(form))["file"] as? String
    }

    /// As `LogFollower` does, with the owner's source in the place of its server; every log, or one.
    static func follow(_ owner: Node, _ reader: Node, only log: LogOrigin? = nil) async throws {
        let source = NodeLogSource(node: owner)
        let peer = try #require(reader.peers.first { $0.member.node == owner.member.node })
        for origin in peer.logs where origin == log ?? origin {
            func request(_ resource: LogResource) -> LogRequest {
                LogRequest(
                    reader: reader.member.node, channel: origin.channel.text, epoch: "\(origin.epoch)",
                    path: resource.path)
            }
            guard let note = try await source.checkpoint(request(.checkpoint), knownTag: nil, waitSeconds: 0) else {
                continue
            }
            let turn: Bool? = try await reader.turns.during(origin, patience: .seconds(600)) {
                var wanted = try await reader.mirror(origin, .checkpoint(note.bytes))
                while let resources = wanted {
                    var bodies: [[UInt8]?] = []
                    for resource in resources { bodies.append(try await source.resource(request(resource))?.bytes) }
                    wanted = try await reader.mirror(origin, .fetched(bodies))
                }
                return true
            }
            try #require(turn == true, "the turn did not come")
        }
    }

    /// Every byte that a node holds and would serve, by log and path.
    func held(_ code: String) throws -> [String: [UInt8]] {
        let database = try node(code).database
        var held: [String: [UInt8]] = [:]
        for log in try database.logs() {
            for resource in [LogResource.checkpoint] + LogResource.resources(forSize: log.size) {
                held["\(log.own) \(log.origin.text)/\(resource.path)"] =
                    try database.read(log.origin) {
                        try $0.resource(resource)
                    } ?? nil
            }
        }
        return held
    }

    /// What the node makes of it, as its commands tell.
    func told(_ code: String) async throws -> [String] {
        var told: [String] = []
        for command in [OperatorCommand.settlements, .sections, .agreements, .verifyLogs] {
            told.append(try await perform(code, command).output)
        }
        let docket = await (try node(code)).docket
        told += docket.heads.map { "\($0.log.text) \($0.size) \($0.root.hex)" }
        told += docket.notUnderstood.summaries.map { "\($0.first.text) \($0.problem.code.rawValue) \($0.count)" }
        return told
    }
}
