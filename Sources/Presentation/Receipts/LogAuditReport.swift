public import Compensation
public import Federation

/// What `log verify` shows: every stored log, recomputed from its entries.
public struct LogAuditReport: Report {
    public let audits: [LogAudit]

    public init(_ audits: [LogAudit]) { self.audits = audits }

    public var isSound: Bool { audits.allSatisfy { $0.finding == .sound || $0.finding == .unsigned } }

    public var json: JSONValue {
        .members([("schema", 1), ("sound", .bool(isSound)), ("logs", .array(audits.map(\.json)))])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String { text(language, rootDigits: 16) }

    /// With whole roots.
    public func wideText(_ language: Language) -> String { text(language, rootDigits: 64) }

    private func text(_ language: Language, rootDigits: Int) -> String {
        let titles = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "条目", en: "entries"), Bilingual(zh: "结论", en: "finding"),
            Bilingual(zh: "根", en: "root"),
        ].map { $0(language) }
        let rows = audits.map { audit in
            [
                audit.origin.text, "\(audit.size)",
                audit.finding.name(language) + (audit.index.map { " #\($0)" } ?? ""),
                String(audit.rootHex.prefix(rootDigits)),
            ]
        }
        return TextTable.rendered(titles, rightAligned: [1], rows: rows) + "\n"
    }
}
