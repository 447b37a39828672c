import ArgumentParser
import Foundation
import Simulation

/// `tongzhou-sim`: federations of real nodes in simulated time, with faults.
@main
struct TongzhouSim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongzhou-sim",
        abstract: "在模拟的时间、网络与磁盘上运行真实节点 · Runs real nodes on simulated time, network and disks.")

    @Option(help: "一个种子 · One seed.")
    var seed: UInt64?

    @Option(help: "一段种子 A..B · Seeds from A to B.")
    var seeds: String?

    @Option(help: "节点数，3 至 9 · Nodes, the centre among them.")
    var nodes = 3

    @Option(help: "至多的步数 · At most as many steps.")
    var steps = 200

    @Option(help: "故障种类，逗号分隔；none 为无 · Kinds of faults, by commas; none for none.")
    var faults: String?

    @Flag(help: "失败时缩小并写出最短的计划 · Shrinks a failing plan and prints it.")
    var shrink = false

    @Flag(help: "每个种子一行 JSON · One line of JSON for each seed.")
    var json = false

    @Flag(help: "逐行写出所发生的事 · Every line of what happens.")
    var verbose = false

    func validate() throws {
        guard (seed == nil) != (seeds == nil) else { throw ValidationError("--seed N or --seeds A..B") }
        _ = try range()
        _ = try kinds()
    }

    private func range() throws -> ClosedRange<UInt64> {
        if let seed { return seed...seed }
        let ends = (seeds ?? "").components(separatedBy: "..").compactMap { UInt64($0) }
        guard ends.count == 2, ends[0] <= ends[1] else { throw ValidationError("--seeds A..B") }
        return ends[0]...ends[1]
    }

    private func kinds() throws -> [FaultKind]? {
        guard let faults else { return nil }
        if faults == "none" { return [] }
        return try faults.split(separator: ",").map { name in
            guard let kind = FaultKind(rawValue: String(name)) else {
                throw ValidationError("--faults \(FaultKind.allCases.map(\.rawValue).joined(separator: ","))")
            }
            return kind
        }
    }

    func run() throws {
        var failed = 0
        for seed in try range() {
            let plan = Plan(seed: seed, nodes: nodes, steps: steps, faults: try kinds())
            let outcome = try Simulation.run(plan, in: SimulationFolder.new()) { [verbose] in
                if verbose { print($0) }
            }
            print(json ? try line(seed, outcome) : text(seed, outcome))
            guard let violation = outcome.violation else { continue }
            failed += 1
            if shrink { try printSmallest(plan, violation, outcome.steps) }
        }
        if failed > 0 { throw ExitCode(1) }
    }

    private func text(_ seed: UInt64, _ outcome: Simulation.Outcome) -> String {
        let verdict = outcome.violation.map { "\($0.code): \($0.detail)" } ?? "ok"
        let counts = "\(outcome.lines) lines \(outcome.seconds) s \(outcome.acknowledged) acknowledged"
        return "seed \(seed) \(outcome.digest) \(counts) \(verdict)"
    }

    private func line(_ seed: UInt64, _ outcome: Simulation.Outcome) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(SeedReport(seed, nodes, outcome)), as: UTF8.self)
    }

    private func printSmallest(_ plan: Plan, _ violation: Violation, _ steps: Int) throws {
        var runs = 0
        var shrinker = Shrinker { smaller in
            runs += 1
            return try Simulation.run(smaller, in: SimulationFolder.new()).violation?.code == violation.code
        }
        let smallest = try shrinker.shrink(plan, after: steps)
        print("\(violation.code), \(plan.steps.count) steps shrunk to \(smallest.steps.count) in \(runs) runs:")
        print(smallest.text)
    }
}
