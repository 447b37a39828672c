public import Compensation
public import Federation

/// What `repair` did, and what a full check says afterwards.
public struct RepairReport: Report {
    public let logs: [MendedLog]
    /// Rows of the list of logs that were put in order.
    public let listed: Int
    public let check: CheckReport

    public init(logs: [MendedLog], listed: Int, check: CheckReport) {
        self.logs = logs
        self.listed = listed
        self.check = check
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("sound", .bool(check.isSound)), ("listed", .integer(Int64(listed))),
            ("logs", .array(logs.map(\.json))), ("check", check.json),
        ])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String {
        var lines = logs.flatMap { log in
            [log.line(language)] + log.reasons.map { "  " + $0 }
        }
        if logs.isEmpty {
            lines.append(Bilingual(zh: "没有需要修复的日志。", en: "No log needs repair.")(language))
        }
        return lines.map { TerminalText.visible($0) + "\n" }.joined() + check.text(language)
    }
}
