public import Compensation
public import Federation

/// What came of importing a bundle, log by log.
public struct BundleImportReceipt: Report {
    public let header: BundleHeader
    public let dryRun: Bool
    public let logs: [BundleImportedLog]

    public init(header: BundleHeader, dryRun: Bool, logs: [BundleImportedLog]) {
        self.header = header
        self.dryRun = dryRun
        self.logs = logs
    }

    public var isHalted: Bool { logs.contains { if case .halted = $0.outcome { true } else { false } } }
    public var needsAttention: Bool { logs.contains(where: \.needsAttention) }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(header.node.text)), ("for", .string(header.recipient.text)),
            ("time", .string(header.time.text)), ("dry_run", .bool(dryRun)), ("logs", .array(logs.map(\.json))),
        ])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String {
        let head = Bilingual(
            zh: "\(header.node.text) 于 \(header.time.text) 导出的日志包\(dryRun ? "；试运行，未存入任何内容" : "")",
            en: "bundle of \(header.node.text), \(header.time.text)\(dryRun ? "; dry run, nothing is stored" : "")")
        return ([head(language)] + logs.map { "  " + $0.text(header.recipient)(language) }).joined(separator: "\n")
            + "\n"
    }
}
