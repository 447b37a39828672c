import Federation
import Foundation
import NodeService
import NodeStore

/// What one machine has on its disk, recomputed from the bytes of its entries.
struct StoreLook {
    private let machine: Machine
    private let world: Surroundings

    init(_ machine: Machine, _ world: Surroundings) {
        self.machine = machine
        self.world = world
    }

    /// - Throws: `Violation` for anything that is not as it was written or signed.
    func check(scratch: URL) throws {
        if let damage = try damages().items.first { throw Violation("store-damaged", "\(machine.name) \(damage.text)") }
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        let logs = try LogFile(contentsOf: machine.folder.logDatabase)
        let views = ViewsComparison(machine.folder, logs, scratch: scratch)
        if case .differs(let table, let missing, let surplus) = try views.run(progress: { _, _ in }) {
            throw Violation("views-differ", "\(machine.name) \(table): \(missing) missing, \(surplus) too many")
        }
    }

    /// As `tongzhou check --full` looks.
    func damages() throws -> DamageList {
        guard let node = machine.running?.node else { return DamageList() }
        let docket = try world.ask { await node.docket }
        let check = StoreCheck(node.database, owner: machine.node) { docket.keys.noteKeys(of: $0) }
        var damages = check.structure()
        damages.add(check.heads().damages)
        for var walk in try check.walks() {
            do {
                while try walk.step() {}
            } catch {
                walk.abandon(error)
            }
            damages.add(walk.damages)
        }
        return damages
    }
}
