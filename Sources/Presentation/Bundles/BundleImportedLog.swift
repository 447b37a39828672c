import Compensation
public import Federation

/// What came of one log of a bundle.
public struct BundleImportedLog: Sendable {
    public enum Outcome: Sendable {
        case taken
        /// Nothing that is not held already.
        case unchanged
        /// The bundle ends before what is held or was shown already.
        case older
        /// The bundle begins after what is held.
        case lacksBeginning
        /// The mirror refuses it, with the finding that it would have on the wire.
        case halted(MirrorFinding)
        /// No log of a known peer.
        case notFollowed
        /// The peer was just being read over the network.
        case busy

        /// Stable code, documented in `docs/errors.md`.
        public var code: String {
            switch self {
            case .taken: "bundle-log-taken"
            case .unchanged: "bundle-log-unchanged"
            case .older: "bundle-log-older"
            case .lacksBeginning: "bundle-log-lacks-beginning"
            case .halted(let finding): finding.code.rawValue
            case .notFollowed: "bundle-log-not-followed"
            case .busy: "bundle-log-busy"
            }
        }

        /// The codes that are not a mirror's finding.
        public static let codes = [Outcome.taken, .unchanged, .older, .lacksBeginning, .notFollowed, .busy].map(\.code)
    }

    public let log: BundleLog
    /// Entries held before and after.
    public let before: Int
    public let after: Int
    public let outcome: Outcome

    public init(log: BundleLog, before: Int, after: Int, outcome: Outcome) {
        self.log = log
        self.before = before
        self.after = after
        self.outcome = outcome
    }

    /// Whether somebody has to do something.
    public var needsAttention: Bool {
        switch outcome {
        case .taken, .unchanged, .older: false
        case .lacksBeginning, .halted, .notFollowed, .busy: true
        }
    }

    var json: JSONValue {
        .members([
            ("origin", .string(log.origin.text)), ("from", .integer(Int64(log.from))), ("to", .integer(Int64(log.to))),
            ("before", .integer(Int64(before))), ("after", .integer(Int64(after))), ("outcome", .string(outcome.code)),
            ("needs_from", isLackingBeginning ? .integer(Int64(before)) : nil),
        ])
    }

    private var isLackingBeginning: Bool { if case .lacksBeginning = outcome { true } else { false } }

    func text(_ recipient: NodeName) -> Bilingual {
        let name = log.origin.text
        switch outcome {
        case .taken:
            return Bilingual(
                zh: "\(name)：新增 \(after - before) 条，共 \(after) 条", en: "\(name): \(after - before) new, \(after) held")
        case .unchanged: return Bilingual(zh: "\(name)：没有新内容，共 \(after) 条", en: "\(name): nothing new, \(after) held")
        case .older:
            return Bilingual(
                zh: "\(name)：较早的日志包（到 \(log.to) 条），已有 \(before) 条，未作改动",
                en: "\(name): an older bundle (up to \(log.to)), \(before) held, nothing changed")
        case .lacksBeginning:
            return Bilingual(
                zh:
                    "\(name)：缺少前段：现有 \(before) 条，包内从第 \(log.from) 条起。请先导入较早的日志包，或请对方执行 tongzhou bundle export --for \(recipient.text) --from \(name)=\(before)",
                en:
                    "\(name): the beginning is missing: \(before) held, the bundle begins at \(log.from). Import the earlier bundle first, or ask the sender for tongzhou bundle export --for \(recipient.text) --from \(name)=\(before)"
            )
        case .halted(let finding):
            let condition = ConditionCode(finding.code)
            return Bilingual(
                zh: "\(name)：\(condition.rawValue) \(condition.text.zh)（\(finding.code.rawValue)），保有 \(after) 条",
                en: "\(name): \(condition.rawValue) \(condition.text.en) (\(finding.code.rawValue)), \(after) held")
        case .notFollowed:
            return Bilingual(
                zh: "\(name)：不是已登记邻居的日志，未存入；先在 peers/ 登记对方",
                en: "\(name): no log of a known peer, not stored; add the peer's file first")
        case .busy:
            return Bilingual(
                zh: "\(name)：正在经网络获取，请稍后再导入", en: "\(name): just being fetched over the network; import again later")
        }
    }
}
