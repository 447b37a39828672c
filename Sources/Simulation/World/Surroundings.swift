import NodeService

/// What all machines of a world share.
struct Surroundings: Sendable {
    let loop: SimulationLoop
    let calendar: Calendar
    let network: Network
    let seen: SeenCheckpoints
    let trace: Trace
    let tally: Tally

    /// Has a node answer at once, in no simulated time.
    func ask<Value: Sendable>(_ question: @escaping @Sendable () async -> Value) throws -> Value {
        let answer = Box<Value>()
        Task(executorPreference: loop) { answer.set(await question()) }
        guard loop.run(upTo: .zero, until: { answer.value != nil }), let value = answer.value else {
            throw HarnessProblem("a node does not answer")
        }
        return value
    }

    func note(_ who: String, _ what: String) { trace.note(loop.now, who, what) }
}
