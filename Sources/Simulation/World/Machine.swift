import Federation
import Foundation
import Logging
import NodeService
import NodeStore

/// One computer with one node's folder. It can die, start again, be given an older disk or a new one.
final class Machine {
    let province: Province
    let home: URL
    let node: NodeName
    /// 0, or 1 for a twin that has the same name and key.
    let place: Int
    private let world: Surroundings
    private let seed: UInt64
    private(set) var running: Incarnation?
    private(set) var starts = 0
    var skew: Int64 = 0
    var faults: Set<FaultKind> = []
    /// Whether bytes on its disk were turned and nobody has put them right yet.
    var isRotten = false
    /// When a dead machine is started again.
    var startsAt: Duration?
    /// Whether its operator lets it sign though nobody has confirmed that all is there.
    var signsUnconfirmed = false

    init(_ province: Province, _ node: NodeName, _ home: URL, _ world: Surroundings, seed: UInt64, place: Int = 0) {
        self.province = province
        self.node = node
        self.home = home
        self.world = world
        self.seed = seed
        self.place = place
    }

    var name: String { province.code + (place == 0 ? "" : "-twin") }
    var folder: DataFolder { DataFolder(home) }

    func configuration() throws -> NodeConfiguration {
        try NodeConfiguration(contentsOf: home.appending(path: "node.yaml"))
    }

    /// Creates the node's logs, as `tongzhou init` does.
    func create() throws {
        let configuration = try configuration()
        let clock = SimulatedClock(world.loop, world.calendar, Lease(), skew: skew)
        let made = Box<Result<Void, any Error>>()
        Task(executorPreference: world.loop) {
            do {
                try await NodeLauncher.initialise(configuration, clock: clock)
                made.set(.success(()))
            } catch {
                made.set(.failure(error))
            }
        }
        guard world.loop.run(upTo: .seconds(1), until: { made.value != nil }), let result = made.value else {
            throw HarnessProblem("creating \(name) did not end")
        }
        try result.get()
        // Every node's logs are new, so nobody can hold more of them.
        try BootSentinel(folder, of: node)?.keep([])
    }

    /// - Parameter creating: on a new disk, which the neighbours fill.
    func start(creating: Bool = false) throws {
        starts += 1
        startsAt = nil
        let configuration = try configuration()
        let lease = Lease()
        let clock = SimulatedClock(world.loop, world.calendar, lease, skew: skew)
        let (world, name) = (world, name)
        let disk = SimulatedDisk(seed: seed &+ UInt64(starts), faults, lease, world.loop, world.tally) {
            world.note(name, $0)
        }
        var logger = Logger(label: name) { _ in TraceLogHandler { if !lease.isOver { world.note(name, $0) } } }
        logger.logLevel = .info
        let node = try Node(
            configuration: configuration, peers: PeerConfiguration.folder(configuration.peers),
            key: LogKey(contentsOf: configuration.logKey), clock: clock,
            stores: NodeStores(configuration.data, creating: creating, watch: disk), logger: logger)
        let incarnation = Incarnation(node, lease, clock, disk, world.loop)
        running = incarnation
        world.note(name, "starts")
        let unconfirmed = signsUnconfirmed
        signsUnconfirmed = false
        let conversation = NodeConversation(node) { SimulatedLink($0, from: node.member.node, world, lease) }
        incarnation.begin {
            if unconfirmed { await node.signUnconfirmed() }
            do {
                try await node.settle()
            } catch {
                world.note(name, "does not come up")
                return lease.end()
            }
            world.network.add(Host(node, lease, world.loop), as: node.member.node)
            await conversation.run()
        }
    }

    /// The process ends here and now; what it was doing is run out and shut off from everything.
    func stop() throws {
        guard let incarnation = running else { return }
        incarnation.lease.end()
        running = nil
        guard world.loop.run(upTo: .seconds(1), until: { incarnation.isIdle }) else {
            throw HarnessProblem("\(name) does not end")
        }
        world.loop.run(for: .zero)
    }

    /// Takes notice of a death that a fault has brought about.
    func noticeDeath() throws -> Bool {
        guard running?.lease.isOver == true else { return false }
        try stop()
        return true
    }

    /// Copies the folder as it is; only of a stopped machine.
    func copy(to url: URL) throws {
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.copyItem(at: home, to: url)
    }

    func putBack(_ copy: URL) throws {
        try FileManager.default.removeItem(at: home)
        try FileManager.default.copyItem(at: copy, to: home)
    }

    /// Removes the databases, as with a new disk.
    func wipe() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: home.path) where name.contains(".sqlite") {
            try FileManager.default.removeItem(at: home.appending(path: name))
        }
        forget()
    }

    /// What the machine remembers outside of its disk is gone, as after a power cut.
    func forget() { BootSentinel.remove(of: folder) }
}
