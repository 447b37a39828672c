import Federation
import Foundation
import NodeService
import NodeStore

/// A federation of real nodes on simulated machines.
final class World {
    let plan: Plan
    let surroundings: Surroundings
    let operators: Operators
    let rivers: [River]
    private(set) var machines: [Machine] = []
    let root: URL
    /// Months that have passed of the simulated year.
    private(set) var month = 0
    /// Older copies of folders, by machine.
    var copies: [String: URL] = [:]
    private(set) var checker: Checker

    private static let begin = Timestamp("2021-01-05T09:00:00+08:00")

    init(_ plan: Plan, in root: URL, _ show: @escaping @Sendable (String) -> Void) throws {
        guard let begin = Self.begin else { throw HarnessProblem("no beginning") }
        self.plan = plan
        self.root = root
        let loop = SimulationLoop(seed: plan.seed)
        let tally = Tally()
        surroundings = Surroundings(
            loop: loop, calendar: Calendar(begin), network: Network(seed: plan.seed, tally), seen: SeenCheckpoints(),
            trace: Trace(hiding: root.path, show), tally: tally)
        operators = Operators(surroundings)
        let provinces = Province.federation(of: plan.nodes)
        rivers = River.all(provinces)
        let files = FederationFiles(root: root, provinces: provinces, rivers: rivers)
        try files.write(seed: plan.seed)
        checker = Checker(surroundings)
        for (place, province) in provinces.enumerated() {
            guard let node = NodeName(province.node) else { throw HarnessProblem("no name \(province.node)") }
            machines.append(
                Machine(
                    province, node, files.home(province), surroundings, seed: plan.seed &+ UInt64(place) &* 1_000_003))
        }
    }

    /// Days of the calendar since the world began.
    var days: Int {
        let now = surroundings.calendar.seconds(at: surroundings.loop.now)
        return Int(now - (Self.begin?.secondsSinceEpoch ?? now)) / 86_400
    }

    /// Forgets what the machines remember of this world.
    func end() {
        for machine in machines {
            try? machine.stop()
            machine.forget()
        }
        // What is still under way in the network arrives nowhere.
        surroundings.loop.run(for: .seconds(30))
    }

    /// Whether the owner of a log can be looked at.
    func canRead(_ origin: LogOrigin) -> Bool {
        machines.contains { $0.node == origin.node && $0.place == 0 && !$0.isRotten && $0.running != nil }
    }

    func add(_ machine: Machine) { machines.append(machine) }

    /// What nobody else has of this node's logs may be lost from now on.
    /// - Parameter isCopied: its key is in two places.
    func endanger(_ machine: Machine, isCopied: Bool = false) {
        // With everybody up and reached, whoever has more is asked in time.
        let quiet: Set<FaultKind> = [.backup, .operators, .skew]
        if machine.place == 0 { checker.forgetMirrors(of: machine) }
        for history in checker.histories(of: machine.node) {
            history.isEndangered = true
            if isCopied || !plan.faults.isSubset(of: quiet) { history.mayFork = true }
        }
    }

    func machine(_ province: Province) -> Machine? { machines.first { $0.province == province && $0.place == 0 } }

    // MARK: Running

    /// Runs on for simulated seconds, taking care of what died, and looks whether every promise was kept.
    func pass(_ seconds: Int) throws {
        for _ in 0..<seconds {
            surroundings.loop.run(for: .seconds(1))
            try tend()
        }
        try checker.look(at: self)
    }

    /// Machines that died come up again after a while.
    private func tend() throws {
        let now = surroundings.loop.now
        for machine in machines {
            if try machine.noticeDeath() { machine.startsAt = now + .seconds(5) }
            if let startsAt = machine.startsAt, startsAt <= now {
                try machine.start()
                // What its disk has lost can come back from the neighbours unseen.
                try checker.look(at: self)
            }
        }
        for rotten in machines where rotten.isRotten { try putRight(rotten) }
    }

    /// Everybody agrees on every river before anything goes wrong.
    func begin() throws {
        for machine in machines { try machine.create() }
        for machine in machines { try machine.start() }
        try pass(20)
        for river in rivers {
            let habits = Habits(river: river, month: 1, chance: Chance(0))
            guard let up = machine(river.upstream), let down = machine(river.downstream) else { continue }
            operators.type(habits.section, "section", at: up)
            try pass(5)
            operators.type(habits.draft, "draft", at: down)
            try pass(5)
            for machine in [up, down] {
                operators.type(habits.sign, "sign", at: machine)
                try pass(5)
            }
        }
    }

    func setFaults(_ faults: Set<FaultKind>) {
        surroundings.network.set(faults)
        for machine in machines {
            machine.faults = faults
            machine.running?.disk.set(faults)
        }
    }

    // MARK: Steps

    func carryOut(_ step: Step) throws {
        var chance = Chance(step.seed, step.action.rawValue)
        surroundings.note("plan", step.action.rawValue)
        if let fault = step.action.fault { surroundings.tally.count(fault) }
        if step.action == .month {
            nextMonth()
        } else if step.action == .lapse {
            lapse()
        } else if step.action.fault.map({ $0 != .operators }) ?? false {
            try bring(step.action, &chance)
        } else {
            try type(step.action, &chance)
        }
        try pass(step.seconds)
    }

    private func nextMonth() {
        month = min(month + 1, 12)
        let (year, next) = month == 12 ? (2022, 1) : (2021, month + 1)
        let text = "\(year)-\(next < 10 ? "0" : "")\(next)-06T09:00:00+08:00"
        if let moment = Timestamp(text) { surroundings.calendar.leap(to: moment, at: surroundings.loop.now) }
    }

    /// The days for paying what was cleared in January go by.
    private func lapse() {
        guard month == 12, let moment = Timestamp("2022-02-10T09:00:00+08:00") else { return }
        surroundings.calendar.leap(to: moment, at: surroundings.loop.now)
    }

    private func type(_ action: Action, _ chance: inout Chance) throws {
        guard month > 0, let river = chance.pick(rivers), let up = machine(river.upstream),
            let down = machine(river.downstream), let centre = machine(Province.centre)
        else { return }
        // Of the month that still runs, too: its first proposal then rests on corrections.
        let usualMonth = month < 12 && chance.hits(35) ? month + 1 : month
        let about = chance.hits(80) ? usualMonth : 1 + chance.below(month)
        var habits = Habits(river: river, month: about, chance: chance)
        let either = chance.hits(50) ? up : down
        // As a rule one side states the readings; values of both for one time contradict each other.
        let usual = chance.hits(85) ? up : down
        switch action {
        case .readings:
            let command = habits.readings()
            operators.type(command, "readings", at: usual)
        case .again:
            let command = habits.moreReadings()
            // Of several at once the later ones are told by what the first one says; and just then the disk is full.
            if plan.faults.contains(.unwritten), chance.hits(80) { either.running?.disk.refuse(2 + chance.below(3)) }
            for _ in 0..<4 { operators.type(command, "readings again", at: either) }
            let section = habits.renamedSection()
            for _ in 0..<2 { operators.type(section, "section again", at: up) }
            operators.type(habits.draft, "draft again", at: down)
        case .correct: operators.type(habits.correction(), "correct", at: usual)
        case .late:
            // What has long been proposed, accepted or recorded turns out to have been measured wrongly.
            habits.month = 1 + chance.below(month)
            operators.type(habits.correction(), "correct late", at: either)
        case .endorse: try endorse(at: either, &chance)
        case .exempt: operators.type(habits.exemption(), "exempt", at: either)
        case .decide: try decide(at: centre, river, &chance)
        case .propose: operators.type(habits.propose, "propose", at: either)
        case .accept:
            if chance.hits(50) { return try accept(river) }
            for machine in [up, down] { operators.type(habits.accept, "accept", at: machine) }
        case .object: operators.type(habits.objection(), "object", at: either)
        case .wrong: operators.type(habits.mistake(), "mistake", at: chance.hits(20) ? centre : either)
        case .clear: operators.type(habits.clearing(), "clear", at: centre)
        case .advance, .pay, .receive: try handle(action, river, &chance)
        case .collect: try collect(river, at: centre, &chance)
        default: break
        }
    }

    // MARK: Faults

    func bring(_ action: Action, _ chance: inout Chance) throws {
        let network = surroundings.network
        if action == .heal { return network.heal() }
        guard let machine = chance.pick(machines), let other = chance.pick(machines.filter { $0 !== machine }) else {
            return
        }
        surroundings.note(machine.name, "fault: \(action.rawValue) \(other.name)")
        switch action {
        case .crash:
            if chance.hits(70), let moment = chance.pick(SimulatedDisk.Moment.allCases) {
                machine.running?.disk.die(at: moment)
            } else {
                try kill(machine, for: chance.below(60))
            }
        case .power:
            try kill(machine, for: chance.below(60))
            machine.forget()
        case .partition: network.block(machine.node, other.node)
        case .skew:
            machine.skew = Int64(chance.below(20_000)) - 10_000
            machine.running?.clock.set(skew: machine.skew)
        default: try bringToDisk(action, machine, &chance)
        }
    }

    func kill(_ machine: Machine, for seconds: Int) throws {
        surroundings.note(machine.name, "is killed")
        try machine.stop()
        machine.startsAt = surroundings.loop.now + .seconds(seconds)
    }
}
