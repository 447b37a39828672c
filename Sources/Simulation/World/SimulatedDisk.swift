import Federation
import NodeService
import NodeStore
import Synchronization

/// What befalls the reads and writes of one start of a machine.
final class SimulatedDisk: CommitWatch {
    /// A moment of one transaction at which the machine may die.
    enum Moment: String, CaseIterable, Sendable {
        case beforeWriting, afterSigning, afterCommit
    }

    private struct State {
        var chance: Chance
        var faults: Set<FaultKind>
        var dieAt: Moment?
        /// Writes that the disk, full for the moment, has still to refuse.
        var refusals = 0
        var mayKnowLess = false
        var isAside = false
        /// Whether nothing has been read since the last commit.
        var isFresh = false
    }

    private let state: Mutex<State>
    private let lease: Lease
    private let loop: SimulationLoop
    private let tally: Tally
    private let note: @Sendable (String) -> Void

    init(
        seed: UInt64, _ faults: Set<FaultKind>, _ lease: Lease, _ loop: SimulationLoop, _ tally: Tally,
        _ note: @escaping @Sendable (String) -> Void
    ) {
        self.loop = loop
        self.tally = tally
        state = Mutex(State(chance: Chance(seed, "disk"), faults: faults))
        self.lease = lease
        self.note = note
    }

    func set(_ faults: Set<FaultKind>) {
        state.withLock { state in
            state.faults = faults
            state.dieAt = nil
            state.refusals = 0
        }
    }

    /// Whether a commit happened and was reported as failed, or something could not be read, so that the node may know
    /// less than is stored.
    var mayKnowLess: Bool { state.withLock { $0.mayKnowLess } }

    /// The next writes are refused: the disk is full for the moment.
    func refuse(_ writes: Int) { state.withLock { $0.refusals = writes } }

    /// The machine dies at this moment of its next transaction.
    func die(at moment: Moment) { state.withLock { $0.dieAt = moment } }

    /// Reads for who judges the machine, in the middle of its work.
    func aside<Value>(_ body: () throws -> Value) rethrows -> Value {
        state.withLock { $0.isAside = true }
        defer { state.withLock { $0.isAside = false } }
        return try body()
    }

    func willRead() throws {
        guard loop.isAtWork, !lease.isOver else { return }
        let fails = state.withLock { state in
            guard state.faults.contains(.unread), !state.isAside else { return false }
            // What nobody has read since it was stored is forgotten most easily.
            defer { state.isFresh = false }
            return state.chance.below(state.isFresh ? 20 : 200) == 0
        }
        if fails { try strike(.unread, "nothing can be read") }
    }

    func willWrite() throws {
        try pass(.beforeWriting)
        let isFull = state.withLock { state in
            guard state.refusals > 0 else { return false }
            state.refusals -= 1
            return true
        }
        if isFull { try strike(.unwritten, "it is full") }
        try fail(.unwritten, 2, "nothing is written")
    }

    func willCommit() throws {
        try pass(.afterSigning)
        try fail(.unwritten, 2, "what was written and signed is not kept")
    }

    func didCommit() throws {
        try pass(.afterCommit)
        state.withLock { $0.isFresh = true }
        try fail(.unreported, 3, "a commit is reported as failed")
    }

    private func pass(_ moment: Moment) throws {
        let dies = state.withLock { state in
            guard state.dieAt == moment || (state.faults.contains(.crash) && state.chance.below(400) == 0) else {
                return false
            }
            state.dieAt = nil
            return true
        }
        if dies, !lease.isOver {
            note("dies \(moment.rawValue)")
            tally.count(.crash)
            lease.end()
        }
        guard !lease.isOver else { throw StoreError.io("the machine is gone") }
    }

    private func fail(_ kind: FaultKind, _ percent: Int, _ what: String) throws {
        guard state.withLock({ $0.faults.contains(kind) && $0.chance.hits(percent) }) else { return }
        try strike(kind, what)
    }

    private func strike(_ kind: FaultKind, _ what: String) throws {
        if kind != .unwritten { state.withLock { $0.mayKnowLess = true } }
        note("disk: \(what)")
        tally.count(kind)
        throw StoreError.io(what)
    }
}
