import Federation
import Foundation
import Logging
import NodeStore
import ServiceLifecycle
import TransparencyLog
import UnixSignals

/// Opens a configured node, creates a new one, or runs one until it is told to stop.
public enum NodeLauncher {
    /// Takes the folder's lock, opens the databases and replays them.
    public static func open(_ configuration: NodeConfiguration, quiet: Bool) throws -> Node {
        var logger = Logger(label: "tongzhou", factory: { _ in EventLogHandler() })
        logger.logLevel = quiet ? .critical : .info
        return try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), clock: SystemClock(),
            stores: NodeStores(configuration.data), logger: logger)
    }

    /// Creates the node's logs, each beginning with its `node` entry. Only ever by an explicit word, and only once.
    public static func initialise(_ configuration: NodeConfiguration) async throws {
        if !FileManager.default.fileExists(atPath: configuration.logKey.path) {
            try FileManager.default.createDirectory(
                at: configuration.logKey.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try LogKey.generate().write(to: configuration.logKey)
        }
        let key = try LogKey(contentsOf: configuration.logKey)
        let stores = try NodeStores(configuration.data, creating: true)
        var logger = Logger(label: "tongzhou", factory: { _ in EventLogHandler() })
        logger.logLevel = .critical
        let node = try Node(
            configuration: configuration, peers: [], key: key, clock: SystemClock(), stores: stores, logger: logger)
        let entry = NodeEntry(
            node: configuration.node, party: configuration.code, role: configuration.role, name: configuration.name,
            logKey: Base64.encode(key.publicKey))
        _ = try await node.act { _ in
            ((), configuration.channels.map { Draft(channel: $0.channel, entry: .node(entry)) })
        }
    }

    /// The file that neighbours need about this node.
    public static func publicFacts(_ configuration: NodeConfiguration) throws -> String {
        let key = try LogKey(contentsOf: configuration.logKey)
        return PeerConfiguration.text(
            of: configuration, logKey: key.publicKey, host: configuration.host, port: configuration.port)
    }

    /// Serves, follows and takes commands until SIGTERM or SIGINT.
    public static func serve(_ configuration: NodeConfiguration) async throws {
        let node = try open(configuration, quiet: false)
        let credentials = try TLSCredentials(
            certificateFile: configuration.certificate.path, keyFile: configuration.privateKey.path,
            authorityFile: configuration.authority.path)
        guard credentials.identity.node == configuration.node else {
            throw ConfigurationProblem(
                file: configuration.certificate.path, zh: "证书属于 \(credentials.identity.node.text)，不是本节点",
                en: "the certificate belongs to \(credentials.identity.node.text), not to this node")
        }
        let peers = node.peers
        let server = try LogServer(
            configuration: LogServerConfiguration(host: configuration.host, port: configuration.port),
            credentials: credentials,
            members: { name in peers.contains { $0.member.node == name } },
            pinnedKey: { name in peers.first { $0.member.node == name }?.tlsKey },
            source: NodeLogSource(node: node), logger: node.logger)
        // Whatever fell due while the node was away is said before anything is served.
        try await node.settle()
        let control = ControlServer(
            desk: CommandDesk(node: node, running: true), socket: DataFolder(configuration.data).controlSocket,
            logger: node.logger)
        let following = FollowingService(node: node, credentials: credentials)
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: server), .init(service: following), .init(service: control)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: node.logger))
        try await group.run()
    }
}
