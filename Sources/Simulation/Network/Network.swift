import Federation
import NodeService
import Synchronization

/// Who can be reached by whom, and what becomes of what they say.
final class Network: Sendable {
    /// What becomes of one request.
    enum Fate: Sendable {
        /// Nobody is reached: no answer for as long as the asker waits.
        case lost
        /// Delays there and back, when a second copy arrives, and whether the answer is lost.
        case passes(there: Duration, back: Duration, again: Duration?, answerLost: Bool)
    }

    private struct State {
        var chance: Chance
        var hosts: [NodeName: [Host]] = [:]
        /// Which of several machines of one name a node reaches.
        var choices: [NodeName: Int] = [:]
        var blocked: Set<[NodeName]> = []
        var faults: Set<FaultKind> = []
    }

    private let state: Mutex<State>

    private let tally: Tally

    init(seed: UInt64, _ tally: Tally) {
        self.tally = tally
        state = Mutex(State(chance: Chance(seed, "network")))
    }

    func set(_ faults: Set<FaultKind>) { state.withLock { $0.faults = faults } }

    /// Until its lease ends.
    func add(_ host: Host, as node: NodeName) {
        state.withLock { $0.hosts[node, default: []].append(host) }
        host.lease.atEnd { [self] in state.withLock { $0.hosts[node]?.removeAll { $0.lease.isOver } } }
    }

    /// One way only: what `from` sends no longer reaches `to`.
    func block(_ from: NodeName, _ to: NodeName) { state.withLock { _ = $0.blocked.insert([from, to]) } }

    func heal() {
        state.withLock { state in
            state.blocked = []
            state.choices = [:]
        }
    }

    /// From now on `node` reaches the machine at `place` of those that share a name.
    func choose(_ place: Int, for node: NodeName) { state.withLock { $0.choices[node] = place } }

    func host(_ node: NodeName, for reader: NodeName) -> Host? {
        state.withLock { state in
            guard let alive = state.hosts[node], !alive.isEmpty else { return nil }
            return alive[min(state.choices[reader] ?? 0, alive.count - 1)]
        }
    }

    func fate(from: NodeName, to: NodeName) -> Fate {
        state.withLock { state in
            func hits(_ kind: FaultKind, _ percent: Int) -> Bool {
                guard state.faults.contains(kind), state.chance.hits(percent) else { return false }
                tally.count(kind)
                return true
            }
            let base = 1 + state.chance.below(20)
            guard !state.blocked.contains([from, to]), !hits(.loss, 4) else { return .lost }
            let late = hits(.delay, 15) ? state.chance.below(20_000) : 0
            let lateBack = hits(.delay, 15) ? state.chance.below(20_000) : 0
            let again = hits(.repeat, 10) ? Duration.milliseconds(state.chance.below(20_000)) : nil
            let answerLost = state.blocked.contains([to, from]) || hits(.loss, 4)
            return .passes(
                there: .milliseconds(base + late), back: .milliseconds(base + lateBack), again: again,
                answerLost: answerLost)
        }
    }

    /// Whether an old answer is shown instead of the new one.
    func isStale() -> Bool {
        let isStale = state.withLock { $0.faults.contains(.stale) && $0.chance.hits(3) }
        if isStale { tally.count(.stale) }
        return isStale
    }

    /// Something else than what was answered, where that is so.
    func altered(_ body: [UInt8], at path: String) -> [UInt8]? {
        let seed: UInt64? = state.withLock { state in
            guard state.faults.contains(.altered), state.chance.hits(4) else { return nil }
            return state.chance.next()
        }
        guard let seed else { return nil }
        var alteration = Alteration(seed)
        let altered = alteration.alter(body, at: path)
        guard altered != body else { return nil }
        tally.count(.altered)
        return altered
    }
}
