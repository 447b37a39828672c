public import Compensation
public import Federation

/// What came of `wait`.
public struct WaitReport: Report {
    public enum Goal: String, CaseIterable, Sendable {
        /// Every log of every peer is held as far as it is known.
        case synced
        /// No proposal waits for another party's word.
        case answered
    }

    public let goal: Goal
    public let seconds: Int
    /// What is still missing; empty when the goal is reached.
    public let waitingFor: [String]

    public init(_ goal: Goal, seconds: Int, waitingFor: [String]) {
        self.goal = goal
        self.seconds = seconds
        self.waitingFor = waitingFor
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("goal", .string(goal.rawValue)), ("reached", .bool(waitingFor.isEmpty)),
            ("seconds", .integer(Int64(seconds))), ("waiting_for", .array(waitingFor.map { .string($0) })),
        ])
    }

    public func text(_ language: Language) -> String {
        let done =
            switch goal {
            case .synced: Bilingual(zh: "已与全部邻居同步", en: "in sync with every peer")
            case .answered: Bilingual(zh: "没有等待对方答复的提议", en: "no proposal waits for another party")
            }
        guard !waitingFor.isEmpty else { return done(language) + "\n" }
        let head = Bilingual(zh: "等了 \(seconds) 秒，尚缺：", en: "waited \(seconds) s, still missing:")(language)
        return ([head] + waitingFor.map { "  " + TerminalText.visible($0) }).joined(separator: "\n") + "\n"
    }
}
