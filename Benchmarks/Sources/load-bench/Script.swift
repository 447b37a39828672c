import Compensation
import Country
import Federation

/// What is said at which time: the readings of a month, then its settlements one after the other, both proposals first
/// and both acceptances a moment later; beside it readings of counties.
final class Script {
    /// Between the proposals of a settlement and the acceptances: the other party's node has to see them.
    private static let pause = 0.3

    private var step: LoadStep?
    private var saidSettlements = 0
    private var saidReadings = 0
    private var month = 0
    private var talk = 0
    private var readings = 0
    private var open: [(key: SettlementKey, entries: Range<Int>, since: Double)] = []

    func begin(_ step: LoadStep) {
        self.step = step
        (saidSettlements, saidReadings) = (0, 0)
    }

    func advance(_ world: World, to seconds: Double) throws {
        guard let step else { return }
        while let first = open.first, first.since + Self.pause <= seconds { accept(world, first) }
        while Double(saidSettlements) < step.settlements * seconds {
            try propose(world, at: seconds)
            saidSettlements += 1
        }
        let counties = world.members.filter { $0.member.code.text.hasPrefix("3000") }
        while Double(saidReadings) < step.counties * seconds, !counties.isEmpty {
            try world.publishReading(of: counties[readings % min(100, counties.count)], number: readings)
            saidReadings += 1
            readings += 1
        }
    }

    /// Nothing is left half said.
    func finish(_ world: World) {
        while let first = open.first { accept(world, first) }
    }

    private func propose(_ world: World, at seconds: Double) throws {
        guard month < world.year.months.count else { throw LoadProblem("no month is left") }
        let said = world.year.months[month]
        if talk == 0 { world.publish(said.readings) }
        let (key, entries) = said.talks[talk]
        world.publish(entries.prefix(2))
        open.append((key, entries, seconds))
        talk += 1
        if talk == said.talks.count { (month, talk) = (month + 1, 0) }
    }

    private func accept(_ world: World, _ first: (key: SettlementKey, entries: Range<Int>, since: Double)) {
        open.removeFirst()
        world.publish(first.entries.dropFirst(2))
        world.agree(first.key)
    }
}
