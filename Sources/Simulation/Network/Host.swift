import Federation
import NodeService

/// The serving side of one start of a node.
struct Host: Sendable {
    let node: Node
    let lease: Lease
    let loop: SimulationLoop
    let logs: NodeLogSource
    let witness: NodeWitnessSource

    init(_ node: Node, _ lease: Lease, _ loop: SimulationLoop) {
        self.node = node
        self.lease = lease
        self.loop = loop
        logs = NodeLogSource(node: node)
        witness = NodeWitnessSource(node: node)
    }

    /// Works on a request as a task of this machine, which ends with the machine and with the asker's patience.
    func serve<Answer: Sendable>(_ work: @escaping @Sendable (Host) async throws -> Answer) async throws -> Answer {
        let task = Task(executorPreference: loop) { try await work(self) }
        lease.atEnd { task.cancel() }
        let answer = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        guard !lease.isOver else { throw TransportFailure(.unreachable, "the machine is gone") }
        return answer
    }
}
