import Compensation
import Federation
import NodeService
import NodeStore

/// When faults stop, everything comes level by itself within a bound.
extension World {
    /// Simulated seconds after which all must be level: longer than the longest pause of any loop of a node, and a
    /// few of its rounds.
    private static let bound = 900

    func settleDown() throws {
        surroundings.note("plan", "calm")
        surroundings.network.heal()
        setFaults([])
        for machine in machines where machine.place == 1 { try machine.stop() }
        for machine in machines where machine.running == nil && machine.place == 0 { try machine.start() }
        try comeLevel()
        guard month > 0 else { return }
        // The last word of every operator: whatever is proposed and computed alike is accepted.
        for river in rivers { try accept(river) }
        try comeLevel()
        if try machines.contains(where: { try $0.place == 0 && standsStill($0) }) {
            try checker.lookDeeper(at: self)
        } else {
            try checker.lookAtTheEnd(at: self)
        }
        try requireAlarms()
    }

    private func comeLevel() throws {
        var open = ""
        for second in stride(from: 0, to: Self.bound, by: 10) {
            try pass(10)
            // Nobody is left who could confirm what only this machine remembers: its operator says so.
            if second == 300 { try signUnconfirmed() }
            open = try unfinished()
            if open.isEmpty { return surroundings.note("plan", "level after \(second + 10) s") }
        }
        throw Violation("not-level", open)
    }

    private func signUnconfirmed() throws {
        for machine in machines where machine.place == 0 {
            switch try verdict(machine) {
            case .waiting, .recovering:
                try machine.stop()
                machine.signsUnconfirmed = true
                try machine.start()
            case .cleared, .elsewhere, .frozen, nil: break
            }
        }
    }

    private func verdict(_ machine: Machine) throws -> SigningClearance.Verdict? {
        guard let node = machine.running?.node else { return nil }
        return try surroundings.ask { await node.clearance.verdict }
    }

    /// A node that has to stand still, or a log that does: its key signs in two places, or it has signed what was lost
    /// with its disk before anybody had more of it than the checkpoint.
    private func standsStill(_ machine: Machine) throws -> Bool {
        let histories = checker.histories(of: machine.node)
        if try histories.contains(where: { try $0.isForked || isFrozen($0) }) { return true }
        switch try verdict(machine) {
        case .elsewhere, .frozen, nil: return true
        case .cleared, .waiting: return false
        case .recovering(let missing):
            return try missing.contains { lost in
                try histories.contains { $0.origin == lost.log && $0.isEndangered } && !isHeld(lost)
            }
        }
    }

    /// Whether somebody who has seen more signed than its owner could get back has frozen the log: people have to talk.
    private func isFrozen(_ history: History) throws -> Bool {
        try history.isEndangered
            && machines.contains { machine in
                try machine.running?.node.database.finding(history.origin)?.finding.code == .shrank
            }
    }

    /// Whether any machine has all that is missing.
    private func isHeld(_ missing: SigningClearance.Missing) throws -> Bool {
        try machines.contains { machine in
            try machine.running?.node.database.read(missing.log, \.size) ?? 0 >= missing.size
        }
    }

    /// What keeps the federation from being level; empty when nothing does.
    private func unfinished() throws -> String {
        let still = try machines.filter { try $0.place == 0 && standsStill($0) }.map(\.node)
        for machine in machines where machine.place == 0 {
            guard let running = machine.running else { return "\(machine.name) is down" }
            let node = running.node
            for peer in node.peers where !still.contains(peer.member.node) {
                for origin in peer.logs where node.concerns(origin.channel) {
                    let owner = machines.first { $0.node == origin.node && $0.place == 0 }?.running?.node
                    let there = try owner?.database.read(origin, \.size) ?? 0
                    let here = try node.database.read(origin, \.size) ?? 0
                    guard here == there else { return "\(machine.name) holds \(here) of \(there) of \(origin.text)" }
                }
            }
            guard still.isEmpty else { continue }
            guard try surroundings.ask({ await node.clearance.verdict }) == .cleared else {
                return "\(machine.name) does not sign"
            }
            let stored = try node.database.logs()
            guard let docket = try surroundings.ask({ await node.docketAsStored }) else {
                return "\(machine.name) could not read its logs anew"
            }
            if let unread = try DocketLook.unread(stored, in: docket, of: node.database) {
                return "\(machine.name) \(unread)"
            }
        }
        return still.isEmpty ? try unsaid() : ""
    }

    /// What somebody has still to say; empty when nothing is.
    private func unsaid() throws -> String {
        for machine in machines where machine.place == 0 {
            guard let running = machine.running else { return "\(machine.name) is down" }
            let node = running.node
            let docket = try surroundings.ask { await node.docket }
            let desk = SettlementDesk(docket, viewer: node.member.code, now: running.clock.now)
            let due =
                node.member.role == .centre
                ? try CentreNextSteps(desk, channel: .central, history: node.database).due()
                : try PartyNextSteps(
                    desk, me: node.member.code, policy: node.configuration.policy, history: node.database
                ).due()
            guard due.isEmpty else { return "\(machine.name) has not said \(due[0].entry.kind)" }
            for settlement in desk.cases where settlement.agreedDigest != nil && settlement.verdict == nil {
                return "\(machine.name) sees no verdict on \(settlement.key.text)"
            }
        }
        return ""
    }

    /// Where two machines hold what cannot be one history, somebody must have told.
    private func requireAlarms() throws {
        for machine in machines where machine.place == 0 {
            guard let own = machine.running?.node.database else { continue }
            for log in try own.logs() where log.own {
                for other in machines where other.place == 0 && other !== machine {
                    guard let theirs = other.running?.node.database,
                        let held = try theirs.logs().first(where: { $0.origin == log.origin }), held.size <= log.size,
                        try theirs.root(of: log.origin, at: held.size) != own.root(of: log.origin, at: held.size)
                    else { continue }
                    guard try theirs.finding(log.origin) != nil || own.finding(log.origin) != nil else {
                        throw Violation("fork-without-alarm", "\(other.name) holds another \(log.origin.text)")
                    }
                    surroundings.note(other.name, "alarm for \(log.origin.text)")
                }
            }
        }
    }
}
