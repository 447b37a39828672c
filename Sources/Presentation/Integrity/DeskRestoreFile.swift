import Compensation
import Federation

/// What a restore does with a file beside the backup.
public struct DeskRestoreFile: Sendable {
    public let kind: DeskBackupFile.Kind
    public let file: String
    /// Lines or accounts in it; 0 of a damaged trail.
    public let records: Int
    /// Whether it is put in place; what the folder has stays.
    public let isRestored: Bool
    /// Accounts that have to be given new secrets before they can log in.
    public let waiting: [String]

    public init(_ kind: DeskBackupFile.Kind, file: String, records: Int, isRestored: Bool, waiting: [String]) {
        self.kind = kind
        self.file = file
        self.records = records
        self.isRestored = isRestored
        self.waiting = waiting
    }

    var json: JSONValue {
        .members([
            ("kind", .string(kind.rawValue)), ("file", .string(file)),
            ("records", kind == .damagedAudit ? nil : .integer(Int64(records))),
            ("restored", .bool(isRestored)),
            ("needs_reset", waiting.isEmpty ? nil : .array(waiting.map { .string($0) })),
        ])
    }

    /// One line for what becomes of it, and one for what is left to do.
    func lines(dryRun: Bool) -> [Bilingual] {
        let words = kind.text(records)
        guard kind != .damagedAudit else {
            return [
                Bilingual(
                    zh: "\(file)（\(words.zh)）：备份时操作记录已损坏，不恢复",
                    en: "\(file) (\(words.en)): it was damaged when the backup was made and is not put in place")
            ]
        }
        guard isRestored else {
            return [
                Bilingual(
                    zh: "\(file)（\(words.zh)）：文件夹中已有，保留原有，不替换",
                    en: "\(file) (\(words.en)): the folder has one, which stays as it is")
            ]
        }
        let act =
            dryRun
            ? Bilingual(zh: "将恢复", en: "would be restored") : Bilingual(zh: "已恢复", en: "restored")
        let names = waiting.joined(separator: " ")
        return [Bilingual(zh: "\(act.zh) \(file)：\(words.zh)", en: "\(act.en): \(file), \(words.en)")]
            + (waiting.isEmpty
                ? []
                : [
                    Bilingual(
                        zh: "须更换凭证后才能登录（tongzhou operators reset）：\(names)",
                        en: "these log in only with new secrets (tongzhou operators reset): \(names)")
                ])
    }
}
