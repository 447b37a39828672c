public import Compensation
import Foundation
public import Presentation

/// Waits for a state of the running node, so that scripts need no loops.
public struct WaitDesk {
    private let client: ControlClient
    private static let pause = Duration.milliseconds(500)

    public init(_ configuration: NodeConfiguration) { client = ControlClient(configuration) }

    /// - Returns: with exit code 0 when the goal is reached, 4 when the time is up, 7 when the node does not run.
    public func wait(
        for goal: WaitReport.Goal, within limit: Duration, _ language: Language, format: OutputFormat
    ) async throws -> CommandOutcome {
        let start = Deadline(after: .zero)
        let end = Deadline(after: limit)
        while true {
            let outcome = try await client.perform(.status(check: false), language, format: .json)
            guard outcome.exitCode == ExitCode.done else { return outcome }
            let brief = try StatusBrief(json: outcome.output)
            guard brief.running else {
                throw CommandFailure(
                    ExitCode.notRunning, zh: "节点未运行：tongzhou serve", en: "the node is not running: tongzhou serve")
            }
            let waiting = Self.waiting(brief, goal)
            if waiting.isEmpty || end.left <= .zero {
                let report = WaitReport(
                    goal, seconds: Int((Duration.zero - start.left) / .seconds(1)), waitingFor: waiting)
                return CommandOutcome(
                    exitCode: waiting.isEmpty ? ExitCode.done : ExitCode.notYet,
                    output: report.rendered(format, language))
            }
            try await Task.sleep(for: min(Self.pause, end.left))
        }
    }

    /// What keeps the goal from being reached: peers, or settlements with the party that has to answer.
    static func waiting(_ brief: StatusBrief, _ goal: WaitReport.Goal) -> [String] {
        switch goal {
        case .synced:
            brief.neighbours.filter { ![PeerState.upToDate, .notShared].map(\.rawValue).contains($0.state) }.map {
                "\($0.node) \($0.state) \($0.verified)/\($0.known)"
            }
        case .answered:
            brief.settlements.flatMap { settlement in
                settlement.duties.filter { $0.act == "answer" && !$0.party.utf8.elementsEqual(brief.party.utf8) }
                    .map { "\(settlement.agreement) \(settlement.period) \($0.party)" }
            }
        }
    }
}
