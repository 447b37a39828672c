import Federation
import NodeService
import Synchronization

/// One start of one machine: the real node with everything it does by itself.
final class Incarnation: Sendable {
    let node: Node
    let lease: Lease
    let clock: SimulatedClock
    let disk: SimulatedDisk
    /// Tasks that have not ended.
    private let running = Mutex(0)
    private let loop: SimulationLoop

    init(_ node: Node, _ lease: Lease, _ clock: SimulatedClock, _ disk: SimulatedDisk, _ loop: SimulationLoop) {
        self.node = node
        self.lease = lease
        self.clock = clock
        self.disk = disk
        self.loop = loop
        lease.atEnd { loop.endSleep(of: lease) }
    }

    var isIdle: Bool { running.withLock { $0 } == 0 }

    /// Runs `body` as a task that ends with the machine.
    func begin(_ body: @escaping @Sendable () async -> Void) {
        running.withLock { $0 += 1 }
        let task = Task(executorPreference: loop) {
            await body()
            self.running.withLock { $0 -= 1 }
        }
        lease.atEnd { task.cancel() }
    }
}
