public import Compensation
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
    static func open(
        _ configuration: NodeConfiguration, quiet: Bool, creating: Bool, clock: any NodeClock = SystemClock(),
        verbosity: LogVerbosity = LogVerbosity()
    ) throws -> Node {
        try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), sm2: configuration.sm2.read(), clock: clock,
            stores: NodeStores(configuration.data, creating: creating),
            logger: logger(quiet ? .critical : .info, verbosity))
    }

    /// Takes the folder's lock, opens the databases and replays them.
    public static func open(_ configuration: NodeConfiguration, quiet: Bool) throws -> Node {
        try open(configuration, quiet: quiet, creating: false)
    }

    /// Creates the node's key and logs, each log beginning with its `node` entry. Only ever by an explicit word.
    /// A creation that was cut short is finished; a node whose logs all exist is refused, because a log is created once.
    public static func initialise(
        _ configuration: NodeConfiguration, clock: any NodeClock = SystemClock()
    ) async throws {
        let exists = DataFolder(configuration.data).isInitialised
        let hadKey = FileManager.default.fileExists(atPath: configuration.logKey.path)
        // Beside an existing log a missing key is a loss to be told, never to be replaced by another one.
        if !exists, !hadKey {
            try FileManager.default.createDirectory(
                at: configuration.logKey.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try LogKey.generate().write(to: configuration.logKey)
            try configuration.sm2.create()
        }
        let sm2 = try configuration.sm2.read()
        let key = try LogKey(contentsOf: configuration.logKey)
        let node = try Node(
            configuration: configuration, peers: [], key: key, sm2: sm2, clock: clock,
            stores: NodeStores(configuration.data, creating: !exists), logger: logger(.critical),
            isNew: !exists)
        let begun = try node.database.logs().filter { $0.own && $0.size > 0 }.map(\.origin.channel)
        let missing = configuration.channels.map(\.channel).filter { !begun.contains($0) }
        guard !missing.isEmpty else { throw StoreError.alreadyInitialised(configuration.data.path) }
        _ = try await node.act { view in
            let entry = try key.registration(of: view.member, sm2: sm2.map(\.publicKey))
            return ((), missing.map { Draft(channel: $0, entry: .node(entry)) })
        }
        // A key that was there before may have signed before: the peers are asked when the node is started.
        if !exists, hadKey { BootSentinel.remove(of: DataFolder(configuration.data)) }
    }

    static func logger(_ level: Logger.Level, _ verbosity: LogVerbosity = LogVerbosity()) -> Logger {
        var logger = Logger(label: "tongzhou", factory: { _ in EventLogHandler(verbosity) })
        logger.logLevel = level
        return logger
    }

    /// The file that neighbours need about this node.
    public static func publicFacts(_ configuration: NodeConfiguration) throws -> String {
        let key = try LogKey(contentsOf: configuration.logKey)
        return try PeerConfiguration.text(
            of: configuration, logKey: key.publicKey, sm2: configuration.sm2.publicKeys(), host: configuration.host,
            port: configuration.port)
    }

    /// Serves, follows and takes commands until SIGTERM or SIGINT.
    /// - Parameters:
    ///   - signUnconfirmed: the operator's word that nobody holds more of the own logs than this node.
    ///   - daysAgo: how far the node's clock is set back; only for nodes under `.test`, a name that no real node has
    ///     (RFC 2606).
    ///   - failAt: the `FailPoint` at which the process ends, as it arms it; only for nodes under `.test`.
    ///   - notifier: the service manager that started this process, if it wants to hear how it goes.
    ///   - language: of what the service manager is told.
    public static func serve(
        _ configuration: NodeConfiguration, signUnconfirmed: Bool = false, daysAgo: Int = 0,
        failAt: String? = nil, notifier: ServiceNotifier? = nil, _ language: Language = .zh
    ) async throws {
        guard daysAgo == 0 || (configuration.node.text.hasSuffix(".test") && (1...3650).contains(daysAgo)) else {
            throw CommandFailure(
                zh: "只有演示节点（.test）可以把时钟拨回，1 至 3650 天。",
                en: "only the clock of a demonstration's node (.test) can be set back, by 1 to 3650 days.")
        }
        if let failAt {
            guard configuration.node.text.hasSuffix(".test"), FailPoint.arm(failAt) else {
                throw CommandFailure(
                    zh: "只有演示节点（.test）可以设故障点：\(failAt)",
                    en: "only a demonstration's node (.test) can be made to fail, at a known point: \(failAt)")
            }
        }
        try ControlServer.checkPath(configuration.data)
        notifier?.status(SupervisionService.starting(language))
        let clock: any NodeClock = daysAgo == 0 ? SystemClock() : SetBackClock(days: daysAgo)
        let verbosity = LogVerbosity()
        let node = try await FolderPatience.use {
            try open(configuration, quiet: false, creating: false, clock: clock, verbosity: verbosity)
        }
        let started = node.clock.now
        let credentials = try node.trust.load(CredentialFiles(configuration), now: SystemClock.date)
        let trust = node.trust
        // Asked at every request, of thousands of members.
        let members = Dictionary(
            node.peers.map { ($0.member.node, $0.tlsKey) }, uniquingKeysWith: { first, _ in first })
        OpenFiles.raiseLimit()
        let optional = [
            configuration.operations != nil, configuration.stations != nil, configuration.pages != nil,
            configuration.desk != nil,
        ].count { $0 }
        let gate = ListenerGate(expecting: 2 + optional) { notifier?.ready() }
        let server = try LogServer(
            configuration: LogServerConfiguration(
                host: configuration.host, port: configuration.port, members: members.count),
            credentials: credentials,
            members: { members[$0] != nil },
            pinnedKey: { members[$0] ?? nil },
            onPeer: { trust.saw($0) },
            source: NodeLogSource(node: node), witness: NodeWitnessSource(node: node), logger: node.logger,
            onListening: { _ in gate.isUp() })
        if signUnconfirmed { await node.signUnconfirmed() }
        try await node.growSM3Trees()
        // As many entries as are written within a second.
        await node.views.waitOnly(forEntries: 65_536)
        // Whatever fell due while the node was away is said before anything is served, if it may sign already.
        try await node.settle()
        let control = ControlServer(
            desk: CommandDesk(node: node, running: true), socket: DataFolder(configuration.data).controlSocket,
            logger: node.logger, onListening: { gate.isUp() })
        let status = RecentStatus(node: node)
        let operations = configuration.operations.map { address in
            OperationsServer(
                address: address, desk: OperationsDesk(node: node, status: status, started: started),
                logger: node.logger, onListening: { gate.isUp() })
        }
        let intake = try configuration.stations.map { stations in
            try IntakeServer(stations, node: node, credentials: credentials, onListening: { gate.isUp() })
        }
        let pages = try configuration.pages.map { pages in
            try PagesServer(pages, node: node, onListening: { gate.isUp() })
        }
        let desk = try configuration.desk.map { desk in
            try DeskServer(desk, node: node, credentials: credentials, onListening: { gate.isUp() })
        }
        let supervision = SupervisionService(node: node, status: status, notifier: notifier, language: language)
        let following = FollowingService(node: node)
        let clearance = ClearanceService(node: node)
        let witnessing = WitnessingService(node: node)
        let watch = CredentialWatch(node: node) { credentials in
            try server.replaceCredentials(credentials)
            try intake?.replaceCredentials(credentials)
            try desk?.replaceCredentials(credentials)
        }
        let services: [any Service] = [
            server, following, clearance, witnessing, CalendarService(node: node), ScrubService(node: node),
            IntakeFolderService(node: node, language: language), control, watch, supervision,
            VerbositySwitch(verbosity, node.logger),
        ]
        let listeners: [(any Service)?] = [operations, intake, pages, desk]
        let group = ServiceGroup(
            configuration: .init(
                services: (services + listeners.compactMap(\.self)).map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: node.logger))
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure.addressInUse("\(configuration.host):\(configuration.port)", key: "listen")
        }
    }
}
