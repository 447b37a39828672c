public import Compensation
public import Federation

/// What came of an import or a correction: all of it recorded, or nothing and why.
public struct ImportReceipt: Report {
    public let file: String
    public let encoding: String
    public let isCorrection: Bool
    public let dryRun: Bool
    /// Readings newly recorded (or that would be), already recorded before, and repeated in the file.
    public let newReadings: Int
    public let alreadyRecorded: Int
    public let repeatedRows: Int
    public let columnsNotRecorded: [String]
    /// The entries written.
    public let entries: [EntryReference]
    public let issues: [ImportIssue]

    public init(
        file: String, encoding: String, isCorrection: Bool, dryRun: Bool, newReadings: Int, alreadyRecorded: Int,
        repeatedRows: Int, columnsNotRecorded: [String], entries: [EntryReference], issues: [ImportIssue]
    ) {
        self.file = file
        self.encoding = encoding
        self.isCorrection = isCorrection
        self.dryRun = dryRun
        self.newReadings = newReadings
        self.alreadyRecorded = alreadyRecorded
        self.repeatedRows = repeatedRows
        self.columnsNotRecorded = columnsNotRecorded
        self.entries = entries
        self.issues = issues
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("file", .string(file)), ("encoding", .string(encoding)),
            ("correction", .bool(isCorrection)), ("dry_run", .bool(dryRun)),
            ("new_readings", .integer(Int64(newReadings))), ("already_recorded", .integer(Int64(alreadyRecorded))),
            ("repeated_rows", .integer(Int64(repeatedRows))),
            ("columns_not_recorded", .array(columnsNotRecorded.map { .string($0) })),
            ("entries", .array(entries.map { .string($0.text) })), ("issues", .array(issues.map(\.json))),
        ])
    }

    public func text(_ language: Language) -> String {
        let file = TerminalText.visible(file)
        guard issues.isEmpty else {
            let head = Bilingual(
                zh: "\(file)：发现 \(issues.count) 个问题，未记录任何数据。",
                en: "\(file): \(issues.count) \(issues.count == 1 ? "issue" : "issues"), nothing was recorded.")
            return ([head(language)] + issues.map { "  " + $0.text(file, language) }).joined(separator: "\n") + "\n"
        }
        var lines = [headline(file, language)]
        if repeatedRows > 0 {
            lines.append(
                Bilingual(
                    zh: "  文件中完全重复的 \(repeatedRows) 行只算一次", en: "  \(repeatedRows) exactly repeated rows count once")(
                        language))
        }
        if alreadyRecorded > 0 {
            lines.append(
                Bilingual(
                    zh: "  已记录过：\(alreadyRecorded) 条，不再重复", en: "  already recorded: \(alreadyRecorded), not repeated")(
                        language))
        }
        if !columnsNotRecorded.isEmpty {
            let columns = columnsNotRecorded.map(TerminalText.visible).joined(separator: ", ")
            lines.append(Bilingual(zh: "  未采用的列：\(columns)", en: "  columns not used: \(columns)")(language))
        }
        if !entries.isEmpty {
            lines.append(
                Bilingual(zh: "  日志条目：", en: "  log entries: ")(language)
                    + entries.map(\.text).joined(separator: ", "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func headline(_ file: String, _ language: Language) -> String {
        let what = isCorrection ? Bilingual(zh: "更正", en: "corrections:") : Bilingual(zh: "监测数据", en: "readings:")
        if dryRun {
            return Bilingual(
                zh: "\(file)（\(encoding)）：试运行，将记录\(what.zh) \(newReadings) 条",
                en: "\(file) (\(encoding)): dry run, would record \(what.en) \(newReadings)")(language)
        }
        if newReadings == 0 {
            return Bilingual(zh: "\(file)（\(encoding)）：没有新内容", en: "\(file) (\(encoding)): nothing new")(language)
        }
        return Bilingual(
            zh: "\(file)（\(encoding)）：已记录\(what.zh) \(newReadings) 条",
            en: "\(file) (\(encoding)): recorded \(what.en) \(newReadings)")(language)
    }
}
