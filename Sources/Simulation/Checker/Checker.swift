import Federation
import Foundation
import NodeService
import NodeStore
import TransparencyLog

/// Looks after every step whether the promises hold, from outside: what is stored, what left a machine, what operators
/// were told.
final class Checker {
    private let world: Surroundings
    private var histories: [LogOrigin: History] = [:]
    /// What each witness has cosigned of a log, by size, and the largest of these.
    private var cosigned: [[String]: (largest: Int, roots: [Int: MerkleHash])] = [:]
    private var mirrors = MirrorMemory()
    private(set) var acknowledged = 0
    /// Answers that something was on record already or that nothing waits, each looked up.
    private(set) var recalled = 0
    private(set) var looks = 0

    init(_ world: Surroundings) { self.world = world }

    func look(at world: World) throws {
        looks += 1
        for machine in world.machines { try readOwn(machine) }
        try readSeen(world)
        for machine in world.machines where machine.place == 0 && !machine.isRotten { try readMirrors(machine, world) }
        for answer in world.operators.take() { try hear(answer, world) }
        if looks % 16 == 0 { try lookDeeper(at: world) }
    }

    /// What costs more than a glance.
    func lookDeeper(at world: World) throws {
        for machine in world.machines where machine.running != nil && !machine.isRotten {
            try StoreLook(machine, self.world).check(scratch: world.root.appending(path: "scratch"))
        }
        try docketLook(at: world).check()
    }

    /// Once all are level and nothing due is left unsaid.
    func lookAtTheEnd(at world: World) throws {
        try lookDeeper(at: world)
        try docketLook(at: world).requireWholeSettlements()
    }

    private func docketLook(at world: World) throws -> DocketLook {
        let machines = world.machines.filter { $0.running != nil && !$0.isRotten && $0.place == 0 }
        let endangered = histories.values.filter(\.isEndangered).map(\.origin).sorted()
        return try DocketLook(machines, world.rivers, endangered: endangered, self.world)
    }

    func history(_ origin: LogOrigin) -> History {
        if let known = histories[origin] { return known }
        let new = History(origin)
        histories[origin] = new
        return new
    }

    /// The histories of all logs of a node.
    func histories(of node: NodeName) -> [History] {
        histories.values.filter { $0.origin.node == node }.sorted { $0.origin < $1.origin }
    }

    /// What the owner has in its store now goes on from what it had before.
    private func readOwn(_ machine: Machine) throws {
        guard machine.place == 0, !machine.isRotten, let database = machine.running?.node.database else { return }
        for log in try database.logs() where log.own {
            let history = history(log.origin)
            guard !history.isForked else { continue }
            guard log.size >= history.size || history.isEndangered else {
                throw Violation("own-log-shrank", "\(log.origin.text) \(history.size) → \(log.size)")
            }
            try database.read(log.origin) { stored in
                if history.isEndangered {
                    let shared = try (0...min(stored.size, history.size)).last {
                        try Frontier(size: $0, reader: stored).root == history.root($0)
                    }
                    if let shared, shared < min(stored.size, history.size) { try history.retell(from: shared) }
                }
                if stored.size > history.size, !history.isForked {
                    try history.grow(try stored.entries(history.size..<stored.size))
                }
                let root = try Frontier(size: stored.size, reader: stored).root
                try history.compare(size: stored.size, root: root, at: machine.name)
            }
        }
    }

    /// A checkpoint that left a machine is one of its history; where the owner cannot be looked at, that waits.
    private func readSeen(_ world: World) throws {
        var waiting: [SeenCheckpoints.Seen] = []
        for seen in self.world.seen.take() {
            guard let origin = LogOrigin(seen.origin) else { continue }
            guard world.canRead(origin) else {
                waiting.append(seen)
                continue
            }
            try history(origin).saw(seen)
            if let witness = seen.witness { try isNoStepBack(seen, witness) }
        }
        self.world.seen.putBack(waiting)
    }

    /// A witness never cosigns less than it has cosigned, nor two trees of one size.
    private func isNoStepBack(_ seen: SeenCheckpoints.Seen, _ witness: NodeName) throws {
        var before = cosigned[[witness.text, seen.origin]] ?? (0, [:])
        if !histories(of: witness).contains(where: \.isEndangered) {
            guard seen.size >= before.largest else {
                throw Violation(
                    "witness-stepped-back", "\(witness.text): \(seen.origin) \(seen.size) after \(before.largest)")
            }
            guard (before.roots[seen.size] ?? seen.root) == seen.root else {
                throw Violation("witness-cosigned-two", "\(witness.text): \(seen.origin) of size \(seen.size)")
            }
        }
        before.roots[seen.size] = seen.root
        before.largest = max(before.largest, seen.size)
        cosigned[[witness.text, seen.origin]] = before
    }

    /// What a machine held of others may lawfully be gone: it was given another disk.
    func forgetMirrors(of machine: Machine) { mirrors.forget(machine.name) }

    /// What a mirror holds is a beginning of the origin's log, and never less than it was.
    private func readMirrors(_ machine: Machine, _ world: World) throws {
        guard let database = machine.running?.node.database else { return }
        try mirrors.look(at: database, of: machine.name)
        for log in try database.logs() where !log.own && world.canRead(log.origin) {
            let root = try database.root(of: log.origin, at: log.size)
            try history(log.origin).compare(size: log.size, root: root ?? .emptyTree, at: machine.name)
        }
    }

    /// What an operator was told is written stands in the log, and what is said to be there already was there then.
    private func hear(_ answer: Operators.Answer, _ world: World) throws {
        for place in answer.places {
            let parts = place.split(separator: "#")
            guard parts.count == 2, let index = Int(parts[1]), let origin = LogOrigin(String(parts[0])) else {
                throw Violation("unreadable-answer", place)
            }
            let history = history(origin)
            guard index < history.size || history.isEndangered || !world.canRead(origin) else {
                throw Violation("acknowledged-not-written", "\(answer.machine) \(answer.what) \(place)")
            }
            acknowledged += 1
        }
        try recall(answer, world)
    }

    private func recall(_ answer: Operators.Answer, _ world: World) throws {
        let recorded = answer.exitCode == 0 ? RecordedWord(answer.command, world.rivers) : nil
        let waiting = WaitingWord(answer)
        guard recorded != nil || waiting != nil, let held = answer.held,
            let machine = world.machines.first(where: { $0.name == answer.machine }), !machine.isRotten,
            let database = machine.running?.node.database,
            !histories(of: machine.node).contains(where: \.isEndangered)
        else { return }
        let told = EntriesTold(database)
        var (own, others): ([Entry], [Entry]) = ([], [])
        for log in held {
            let entries = try told.entries(of: log.origin, to: log.size)?.compactMap { $0 } ?? []
            if log.own { own += entries } else { others += entries }
        }
        if let recorded, !recorded.stands(own: own, others: others) {
            throw Violation("recorded-already-not-written", "\(answer.machine) \(answer.what)")
        }
        if let overlooked = try waiting?.overlooked(others: known(answer.read, machine, told), own: own) {
            throw Violation("waiting-not-told", "\(answer.machine) \(overlooked.text)")
        }
        recalled += 1
    }

    /// What a machine had read of others' logs; of those whose owner may lawfully have lost some of it, nothing.
    private func known(
        _ read: [CutLog], _ machine: Machine, _ told: EntriesTold
    ) throws -> [(log: LogOrigin, entries: [Entry?])] {
        try read.compactMap { head in
            guard head.log.node != machine.node,
                !histories(of: head.log.node).contains(where: \.isEndangered),
                let entries = try told.entries(of: head.log, to: head.size)
            else { return nil }
            return (log: head.log, entries: Array(entries))
        }
    }
}
