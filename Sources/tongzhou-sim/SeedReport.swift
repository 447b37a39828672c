import Simulation

/// A seed's outcome as JSON.
struct SeedReport: Encodable {
    let seed: UInt64
    let nodes: Int
    let digest: String
    let lines: Int
    let jobs: Int
    /// Simulated days on the calendar.
    let days: Int
    let steps: Int
    let seconds: Int
    let acknowledged: Int
    /// How often each fault happened.
    let faults: [String: Int]
    let violation: String?
    let detail: String?

    init(_ seed: UInt64, _ nodes: Int, _ outcome: Simulation.Outcome) {
        self.seed = seed
        self.nodes = nodes
        digest = outcome.digest
        lines = outcome.lines
        jobs = outcome.jobs
        days = outcome.days
        steps = outcome.steps
        seconds = outcome.seconds
        acknowledged = outcome.acknowledged
        faults = outcome.faults
        violation = outcome.violation?.code
        detail = outcome.violation?.detail
    }
}
