public import Compensation
public import Federation

/// What came of an import or a correction: all of it recorded, or nothing and why; where the operator said so, the valid
/// rows of a file with issues.
public struct ImportReceipt: Report {
    public let file: String
    public let encoding: String
    public let isCorrection: Bool
    public let dryRun: Bool
    /// Readings newly recorded (or that would be), already recorded before, and repeated in the file.
    public let newReadings: Int
    /// Recorded readings that a file of new ones corrects.
    public let corrections: Int
    public let alreadyRecorded: Int
    public let repeatedRows: Int
    public let columnsNotRecorded: [String]
    /// Rows whose values do not give the class that was published with them.
    public let classMismatches: [Int]
    /// What was understood otherwise than written, or left out.
    public let notes: [ImportNote]
    /// Whether rows without issues are recorded though others have some.
    public let acceptsValidRows: Bool
    /// The entries written.
    public let entries: [EntryReference]
    public let issues: [ImportIssue]
    /// Why there is no copy that shows what is wrong; `nil` where there is one, or none is needed.
    public var copyProblem: Bilingual?

    public init(
        file: String, encoding: String, isCorrection: Bool, dryRun: Bool, newReadings: Int,
        corrections: Int = 0, alreadyRecorded: Int, repeatedRows: Int, columnsNotRecorded: [String],
        classMismatches: [Int] = [], notes: [ImportNote] = [],
        acceptsValidRows: Bool = false, entries: [EntryReference], issues: [ImportIssue]
    ) {
        self.file = file
        self.encoding = encoding
        self.isCorrection = isCorrection
        self.dryRun = dryRun
        self.newReadings = newReadings
        self.corrections = corrections
        self.alreadyRecorded = alreadyRecorded
        self.repeatedRows = repeatedRows
        self.columnsNotRecorded = columnsNotRecorded
        self.classMismatches = classMismatches
        self.notes = notes
        self.acceptsValidRows = acceptsValidRows
        self.entries = entries
        self.issues = issues
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("file", .string(file)), ("encoding", .string(encoding)),
            ("correction", .bool(isCorrection)), ("dry_run", .bool(dryRun)),
            ("new_readings", .integer(Int64(newReadings))), ("already_recorded", .integer(Int64(alreadyRecorded))),
            ("corrections", corrections == 0 ? nil : .integer(Int64(corrections))),
            ("repeated_rows", .integer(Int64(repeatedRows))),
            ("columns_not_recorded", .array(columnsNotRecorded.map { .string($0) })),
            (
                "class_mismatches",
                classMismatches.isEmpty ? nil : .array(classMismatches.map { .integer(Int64($0)) })
            ),
            ("notes", notes.isEmpty ? nil : .array(notes.map(\.json))),
            ("accept_valid_rows", acceptsValidRows ? .bool(true) : nil),
            ("entries", .array(entries.map { .string($0.text) })), ("issues", .array(issues.map(\.json))),
            ("copy_problem_zh", copyProblem.map { .string($0.zh) }),
            ("copy_problem_en", copyProblem.map { .string($0.en) }),
        ])
    }

    /// The JSON of a receipt with where the copy that shows what is wrong was written.
    public static func naming(copy path: String, in json: String) -> String {
        let text = String(decoding: CanonicalJSON.encode(.string(path)), as: UTF8.self)
        return "{\"copy\":" + TerminalText.escaped(inJSON: text) + "," + json.dropFirst()
    }

    public func text(_ language: Language) -> String {
        let file = TerminalText.visible(file)
        guard issues.isEmpty || acceptsValidRows else {
            let head = Bilingual(
                zh: "\(file)：发现 \(issues.count) 个问题，未记录任何数据。",
                en: "\(file): \(issues.count) \(issues.count == 1 ? "issue" : "issues"), nothing was recorded.")
            let lines = [head(language)] + IssueLines(issues, file).lines(language) + copyProblemLines(language)
            return lines.joined(separator: "\n") + "\n"
        }
        var lines = [headline(file, language)]
        if !issues.isEmpty {
            lines.append(
                Bilingual(
                    zh: "  按 --accept-valid-rows 只记录无问题的行；以下 \(issues.count) 个问题所在的行未记录：",
                    en:
                        "  as --accept-valid-rows says only rows without issues; not recorded for \(issues.count) issues:"
                )(
                    language))
            lines += IssueLines(issues, file).lines(language) + copyProblemLines(language)
        }
        if corrections > 0 {
            lines.append(
                Bilingual(
                    zh: "  其中更正已记录的数据：\(corrections) 条", en: "  and corrections of recorded readings: \(corrections)")(
                        language))
        }
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
        if !classMismatches.isEmpty {
            let shown = classMismatches.prefix(20).map { "\($0)" }.joined(separator: ", ")
            let rows = classMismatches.count > 20 ? shown + " …" : shown
            lines.append(
                Bilingual(
                    zh: "  公布类别与按数值计算的类别不符：\(classMismatches.count) 行（\(rows)），两者都已保留",
                    en:
                        "  published class is not what the values give: \(classMismatches.count) rows (\(rows)), both are kept"
                )(
                    language))
        }
        lines += notes.map { "  " + $0.text(language) }
        if !entries.isEmpty {
            lines.append(
                Bilingual(zh: "  日志条目：", en: "  log entries: ")(language) + EntryPlaces.text(entries))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func copyProblemLines(_ language: Language) -> [String] {
        guard let copyProblem else { return [] }
        let line = Bilingual(
            zh: "未能生成标明问题的工作簿：\(copyProblem.zh)",
            en: "the workbook that shows what is wrong could not be made: \(copyProblem.en)")
        return [TerminalText.visible(line(language))]
    }

    private func headline(_ file: String, _ language: Language) -> String {
        let what = isCorrection ? Bilingual(zh: "更正", en: "corrections:") : Bilingual(zh: "监测数据", en: "readings:")
        if dryRun {
            return Bilingual(
                zh: "\(file)（\(encoding)）：试运行，将记录\(what.zh) \(newReadings) 条",
                en: "\(file) (\(encoding)): dry run, would record \(what.en) \(newReadings)")(language)
        }
        if newReadings == 0 && corrections == 0 {
            return Bilingual(zh: "\(file)（\(encoding)）：没有新内容", en: "\(file) (\(encoding)): nothing new")(language)
        }
        return Bilingual(
            zh: "\(file)（\(encoding)）：已记录\(what.zh) \(newReadings) 条",
            en: "\(file) (\(encoding)): recorded \(what.en) \(newReadings)")(language)
    }
}
