import Compensation
import Federation
import Foundation
import Logging
import NodeStore
import Presentation
import Testing

@testable import NodeService

/// The parties of one agreement and the centre as nodes in this process, all with one clock that a test sets.
/// What each hears is what the others' servers would answer.
final class RiverNodes {
    static let centre = "100000"

    let clock: FixedClock
    let codes: [String]
    private let folder: URL
    private var nodes: [String: Node] = [:]

    /// - Parameter settlements: the section of `node.yaml` in the place of the usual one.
    init(_ parties: [String], channel: String, in folder: URL, settlements: String? = nil) async throws {
        codes = parties + [Self.centre]
        self.folder = folder
        clock = FixedClock(try #require(Timestamp("2023-01-05T09:00:00+08:00")))
        let peers = folder.appending(path: "peers")
        try FileManager.default.createDirectory(at: peers, withIntermediateDirectories: true)
        for (place, code) in codes.enumerated() {
            let isCentre = code == Self.centre
            let facts = folder.appending(path: "facts-\(code).yaml")
            let text = """
                node: \(code).tongzhou.test
                code: "\(code)"
                role: \(isCentre ? "centre" : "province")
                name: {zh: 节点\(code), en: Node \(code)}
                address: {host: 127.0.0.1, port: \(19_600 + place)}
                logs: [common/1, \(isCentre ? "central" : channel)/1]

                """
            try Data(text.utf8).write(to: facts)
            let others = codes.filter { $0 != code }.map { "\($0).tongzhou.test" }.joined(separator: ",")
            let home = folder.appending(path: code)
            _ = try await NewNode(
                folder: home, facts: facts, certificates: folder, peers: peers,
                readers: isCentre ? [] : ["\(channel)=\(others)"], port: nil
            ).create(.en)
            let name = "\(code).tongzhou.test.yaml"
            try FileManager.default.copyItem(at: home.appending(path: name), to: peers.appending(path: name))
            if let settlements { try configure(code, settlements) }
        }
        for code in codes { nodes[code] = try open(code) }
    }

    private func configure(_ code: String, _ settlements: String) throws {
        let file = folder.appending(path: "\(code)/node.yaml")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            $0.hasPrefix("settlements:") ? "settlements: \(settlements)" : String($0)
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }

    private func open(_ code: String) throws -> Node {
        let configuration = try NodeConfiguration(contentsOf: folder.appending(path: "\(code)/node.yaml"))
        try BootSentinel(DataFolder(configuration.data), of: configuration.node)?.keep([])
        var logger = Logger(label: "test", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        return try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), clock: clock, stores: NodeStores(configuration.data),
            logger: logger)
    }

    deinit {
        for code in codes { BootSentinel.remove(of: DataFolder(folder.appending(path: code))) }
    }

    func node(_ code: String) throws -> Node { try #require(nodes[code]) }

    func setClock(_ text: String) throws { clock.set(try #require(Timestamp(text))) }

    func perform(_ code: String, _ command: OperatorCommand) async throws -> CommandOutcome {
        await CommandDesk(node: try node(code), running: true).perform(command, .en, format: .json)
    }

    /// Carries out a command that has to succeed.
    @discardableResult
    func done(_ code: String, _ command: OperatorCommand) async throws -> [String: Any] {
        let outcome = try await perform(code, command)
        try #require(outcome.exitCode == 0, "\(code) \(outcome.errors)\(outcome.output)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    /// Everybody hears what everybody else has said, so often that answers to answers have arrived.
    func exchange(_ rounds: Int = 2, among codes: [String]? = nil) async throws {
        let codes = codes ?? self.codes
        for _ in 0..<rounds {
            for owner in codes {
                for reader in codes where reader != owner {
                    try await SeparateNodes.follow(try node(owner), try node(reader))
                }
            }
        }
    }

    /// The scheme drafted by the first party and signed by all.
    func agree(_ scheme: [UInt8], _ agreement: String, channel: String, settings: [String] = []) async throws {
        var form = AgreementCommand.DraftForm(scheme: NamedFile(name: "scheme.md", bytes: scheme), channel: channel)
        form.settings = settings
        try await done(codes[0], .agreement(.draft(form, dryRun: false)))
        try await exchange(1)
        let sign = AgreementCommand.sign(agreement: agreement, digest: nil, dryRun: false)
        for code in codes where code != Self.centre { try await done(code, .agreement(sign)) }
        try await exchange()
    }

    /// Stated by the first party, endorsed by the others.
    func agreeOnFacts(_ agreement: String, _ period: String, _ settings: [String], file: NamedFile? = nil) async throws
    {
        let form = SettlementCommand.FactsForm(
            agreement: agreement, period: period, settings: settings, file: file, source: "bulletin")
        let said = try await done(codes[0], .settlement(.stateFacts(form, dryRun: false)))
        let places = try #require(said["entries"] as? [String])
        try await exchange(1)
        for code in codes.dropFirst() where code != Self.centre {
            for place in places { try await done(code, .settlement(.endorseFacts(place: place, dryRun: false))) }
        }
        try await exchange()
    }

    /// All parties propose by an operator's word where the node has not done so, accept, and the centre records.
    func settle(_ agreement: String, _ periods: [String]) async throws {
        for code in codes where code != Self.centre {
            for period in periods { try await done(code, .propose(agreement: agreement, period: period)) }
        }
        try await exchange()
        for code in codes where code != Self.centre {
            for period in periods {
                try await done(code, .accept(agreement: agreement, period: period, digest: nil))
            }
        }
        try await exchange()
    }

    func settle(_ agreement: String, _ period: String) async throws { try await settle(agreement, [period]) }

    /// `payer>payee 万元` of a settlement, as a node shows it.
    func transfers(_ agreement: String, _ period: String, at code: String) async throws -> [String] {
        let page = try await done(code, .settlement(.show(agreement: agreement, period: period)))
        let settlement = try #require(page["settlement"] as? [String: Any])
        let transfers = try #require(settlement["transfers"] as? [[String: Any]])
        return transfers.map { transfer in
            let fen = transfer["amount_fen"] as? Int ?? -1
            return "\(transfer["payer"] ?? "")>\(transfer["payee"] ?? "") \(fen / 1_000_000)"
        }
    }

    /// Period and state of every settlement, as a node lists them.
    func states(at code: String) async throws -> [String] {
        let settlements = try #require(try await done(code, .settlements)["settlements"] as? [[String: Any]])
        return settlements.map { "\($0["period"] ?? "") \($0["state"] ?? "")" }
    }
}
