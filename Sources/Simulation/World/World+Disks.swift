import Federation
import Foundation
import NodeService
import NodeStore
import TransparencyLog

/// What befalls whole disks, and what operators then do.
extension World {
    func bringToDisk(_ action: Action, _ machine: Machine, _ chance: inout Chance) throws {
        guard machine.place == 0, !machine.isRotten else { return }
        let copy = root.appending(path: "copy-\(machine.name)")
        switch action {
        case .backup:
            try machine.stop()
            try machine.copy(to: copy)
            copies[machine.name] = copy
            try machine.start()
        case .restore:
            guard copies[machine.name] != nil else { return }
            endanger(machine)
            try machine.stop()
            try machine.putBack(copy)
            if chance.hits(50) { machine.forget() }
            try machine.start()
        case .disk:
            endanger(machine)
            try replaceDisk(machine)
        case .rot:
            guard try rot(machine, &chance) else { return }
            machine.isRotten = true
        case .twin: try makeTwin(of: machine, &chance)
        default: break
        }
    }

    /// An empty disk, which the neighbours fill.
    private func replaceDisk(_ machine: Machine) throws {
        surroundings.network.heal()
        try machine.stop()
        try machine.wipe()
        try machine.start(creating: true)
    }

    /// Turns one bit of an entry on the disk of a machine that stands still for it; `false` when there is none.
    private func rot(_ machine: Machine, _ chance: inout Chance) throws -> Bool {
        try machine.stop()
        let file = machine.folder.logDatabase
        var bytes = try Data(contentsOf: file)
        let places = Self.places(of: Array("\"kind\":\"".utf8), in: bytes)
        if let place = chance.pick(places) {
            bytes[place + 8 + chance.below(12)] ^= 1 << UInt8(chance.below(5))
            try bytes.write(to: file)
        }
        do {
            try machine.start()
        } catch let problem as HarnessProblem {
            throw problem
        } catch {
            surroundings.note(machine.name, "does not open: \(type(of: error))")
        }
        return !places.isEmpty
    }

    private static func places(of pattern: [UInt8], in bytes: Data) -> [Int] {
        var places: [Int] = []
        var start = bytes.startIndex
        while let found = bytes[start...].firstRange(of: pattern) {
            if found.upperBound + 16 < bytes.endIndex { places.append(found.lowerBound) }
            start = found.upperBound
        }
        return places
    }

    /// The operator of a rotten machine looks, finds it, and has a new disk put in.
    func putRight(_ machine: Machine) throws {
        let damages = machine.running == nil ? nil : try StoreLook(machine, surroundings).damages()
        if let damages, damages.isEmpty, try isWhole(machine) == false {
            throw Violation("rot-not-found", machine.name)
        }
        surroundings.note(
            machine.name, "operator: check finds \(damages.map { "\($0.items.count)" } ?? "nothing opens")")
        machine.isRotten = false
        guard damages?.isEmpty != true else { return }
        endanger(machine)
        try replaceDisk(machine)
    }

    /// Whether all stored entries are those that were told.
    private func isWhole(_ machine: Machine) throws -> Bool {
        guard let database = machine.running?.node.database else { return false }
        return try database.logs().allSatisfy { log in
            let root = try database.read(log.origin) { stored in
                try stored.entries(0..<stored.size).reduce(into: Frontier()) { $0.append(MerkleHash.leaf($1)) }.root
            }
            let told = checker.history(log.origin)
            return log.size > told.size || root == told.root(log.size)
        }
    }

    /// Somebody runs a copy of a machine, with its name and key; some see the one, some the other.
    private func makeTwin(of machine: Machine, _ chance: inout Chance) throws {
        guard !machines.contains(where: { $0.place == 1 && $0.node == machine.node }) else { return }
        endanger(machine, isCopied: true)
        try machine.stop()
        let home = root.appending(path: machine.province.code + "-twin")
        try machine.copy(to: home)
        try machine.start()
        let twin = Machine(machine.province, machine.node, home, surroundings, seed: chance.next(), place: 1)
        add(twin)
        try twin.start()
        for other in machines where chance.hits(50) { surroundings.network.choose(1, for: other.node) }
    }
}
