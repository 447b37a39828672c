public import Foundation

/// Runs plans.
public enum Simulation {
    /// What came of a run.
    public struct Outcome: Sendable {
        /// The first promise that was seen broken.
        public let violation: Violation?
        /// Names the run: the digest of all its lines.
        public let digest: String
        public let lines: Int
        /// Pieces of work that the machines have done, one at a time.
        public let jobs: Int
        /// Days that passed on the calendar.
        public let days: Int
        /// Simulated time that passed on the machines' timers.
        public let seconds: Int
        public let acknowledged: Int
        /// Answers that something was on record already or that nothing waits, each looked up in what was stored then.
        public let recalled: Int
        /// Steps that were carried out.
        public let steps: Int
        /// How often each fault happened, by its name.
        public let faults: [String: Int]
    }

    /// Runs one plan on the calling thread, which must not be one of Swift's own.
    /// - Parameters:
    ///   - folder: where the machines' disks lie; made and removed.
    ///   - show: gets every line.
    /// - Throws: what keeps the simulation itself from going on.
    public static func run(
        _ plan: Plan, in folder: URL, show: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Outcome {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = try World(plan, in: folder, show)
        defer { world.end() }
        var violation: Violation?
        var steps = 0
        do {
            try world.begin()
            world.setFaults(plan.faults)
            for step in plan.steps {
                steps += 1
                try world.carryOut(step)
            }
            try world.settleDown()
        } catch let found as Violation {
            violation = found
            world.surroundings.note("checker", "\(found.code): \(found.detail)")
        }
        let trace = world.surroundings.trace
        return Outcome(
            violation: violation, digest: trace.digest, lines: trace.lines, jobs: world.surroundings.loop.jobs,
            days: world.days, seconds: Int(world.surroundings.loop.now.components.seconds),
            acknowledged: world.checker.acknowledged,
            recalled: world.checker.recalled, steps: steps, faults: world.surroundings.tally.counts)
    }
}
