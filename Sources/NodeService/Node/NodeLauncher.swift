import Federation
import Foundation
import Logging
import NIOCore
import NodeStore
import ServiceLifecycle
import TransparencyLog
import UnixSignals

/// Opens a configured node, creates a new one, or runs one until it is told to stop.
public enum NodeLauncher {
    /// Takes the folder's lock, opens the databases and replays them.
    /// - Parameter creating: makes a new, empty log database; only where the logs are about to be fetched back.
    static func open(_ configuration: NodeConfiguration, quiet: Bool, creating: Bool) throws -> Node {
        try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), clock: SystemClock(),
            stores: NodeStores(configuration.data, creating: creating), logger: logger(quiet ? .critical : .info))
    }

    /// Takes the folder's lock, opens the databases and replays them.
    public static func open(_ configuration: NodeConfiguration, quiet: Bool) throws -> Node {
        try open(configuration, quiet: quiet, creating: false)
    }

    /// Creates the node's key and logs, each log beginning with its `node` entry. Only ever by an explicit word.
    /// A creation that was cut short is finished; a node whose logs all exist is refused, because a log is created once.
    public static func initialise(_ configuration: NodeConfiguration) async throws {
        let exists = DataFolder(configuration.data).isInitialised
        let hadKey = FileManager.default.fileExists(atPath: configuration.logKey.path)
        // Beside an existing log a missing key is a loss to be told, never to be replaced by another one.
        if !exists, !hadKey {
            try FileManager.default.createDirectory(
                at: configuration.logKey.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try LogKey.generate().write(to: configuration.logKey)
        }
        let key = try LogKey(contentsOf: configuration.logKey)
        let node = try Node(
            configuration: configuration, peers: [], key: key, clock: SystemClock(),
            stores: NodeStores(configuration.data, creating: !exists), logger: logger(.critical),
            isNew: !exists)
        let begun = try node.database.logs().filter { $0.own && $0.size > 0 }.map(\.origin.channel)
        let missing = configuration.channels.map(\.channel).filter { !begun.contains($0) }
        guard !missing.isEmpty else { throw StoreError.alreadyInitialised(configuration.data.path) }
        let entry = NodeEntry(
            node: configuration.node, party: configuration.code, role: configuration.role, name: configuration.name,
            logKey: Base64.encode(key.publicKey))
        _ = try await node.act { _ in ((), missing.map { Draft(channel: $0, entry: .node(entry)) }) }
        // A key that was there before may have signed before: the peers are asked when the node is started.
        if !exists, hadKey { BootSentinel.remove(of: DataFolder(configuration.data)) }
    }

    static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "tongzhou", factory: { _ in EventLogHandler() })
        logger.logLevel = level
        return logger
    }

    /// The file that neighbours need about this node.
    public static func publicFacts(_ configuration: NodeConfiguration) throws -> String {
        let key = try LogKey(contentsOf: configuration.logKey)
        return PeerConfiguration.text(
            of: configuration, logKey: key.publicKey, host: configuration.host, port: configuration.port)
    }

    /// Serves, follows and takes commands until SIGTERM or SIGINT.
    /// - Parameter signUnconfirmed: the operator's word that nobody holds more of the own logs than this node.
    public static func serve(_ configuration: NodeConfiguration, signUnconfirmed: Bool = false) async throws {
        try ControlServer.checkPath(configuration.data)
        let node = try open(configuration, quiet: false)
        let credentials = try node.trust.load(CredentialFiles(configuration), now: SystemClock.date)
        let trust = node.trust
        let peers = node.peers
        let server = try LogServer(
            configuration: LogServerConfiguration(host: configuration.host, port: configuration.port),
            credentials: credentials,
            members: { name in peers.contains { $0.member.node == name } },
            pinnedKey: { name in peers.first { $0.member.node == name }?.tlsKey },
            onPeer: { trust.saw($0) },
            source: NodeLogSource(node: node), witness: NodeWitnessSource(node: node), logger: node.logger)
        if signUnconfirmed { await node.signUnconfirmed() }
        // Whatever fell due while the node was away is said before anything is served, if it may sign already.
        try await node.settle()
        let control = ControlServer(
            desk: CommandDesk(node: node, running: true), socket: DataFolder(configuration.data).controlSocket,
            logger: node.logger)
        let following = FollowingService(node: node)
        let clearance = ClearanceService(node: node)
        let witnessing = WitnessingService(node: node)
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server), .init(service: following), .init(service: clearance),
                    .init(service: witnessing), .init(service: ScrubService(node: node)),
                    .init(service: control), .init(service: CredentialWatch(node: node, server: server)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: node.logger))
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            let address = "\(configuration.host):\(configuration.port)"
            throw CommandFailure(
                ExitCode.failed, zh: "\(address) 已被另一个程序占用；请停止该程序或修改 listen",
                en: "\(address) is already in use by another program; stop that one or change listen")
        }
    }
}
