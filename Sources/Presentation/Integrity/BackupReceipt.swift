public import Compensation
public import Federation
import TransparencyLog

/// What `backup` shows: the file, how to recognise it, and what is in it.
public struct BackupReceipt: Report {
    public let file: String
    public let bytes: Int
    /// SHA-256 of the file as `sha256sum` prints it; `nil` for a plan.
    public let digest: String?
    public let logs: [CheckedLog]
    /// Files of the desk beside it.
    public let desk: [DeskBackupFile]
    /// Files that are never part of a backup.
    public let keys: [String]

    public init(
        file: String, bytes: Int, digest: String?, logs: [CheckedLog], desk: [DeskBackupFile], keys: [String]
    ) {
        self.file = file
        self.bytes = bytes
        self.digest = digest
        self.logs = logs
        self.desk = desk
        self.keys = keys
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("file", .string(file)), ("bytes", .integer(Int64(bytes))),
            ("dry_run", .bool(digest == nil)),
            ("sha256", digest.map { .string($0) }), ("logs", .array(logs.map(\.json))),
            ("desk", desk.isEmpty ? nil : .array(desk.map(\.json))),
            ("keys_not_included", .array(keys.map { .string($0) })),
        ])
    }

    public func text(_ language: Language) -> String {
        var lines: [Bilingual] = []
        if let digest {
            lines.append(Bilingual(zh: "备份已写入并完整核对：\(file)", en: "backup written and checked in full: \(file)"))
            lines.append(Bilingual(zh: "\(bytes) 字节，SHA-256 \(digest)", en: "\(bytes) bytes, SHA-256 \(digest)"))
        } else {
            lines.append(
                Bilingual(
                    zh: "试运行，未写入任何文件。将写入 \(file)，约 \(bytes) 字节",
                    en: "dry run, nothing was written. Would write \(file), about \(bytes) bytes"))
        }
        lines += logs.map { log in
            Bilingual(
                zh: "\(log.origin.text)  \(log.size) 条  根 \(log.root?.hex ?? "-")",
                en: "\(log.origin.text)  \(log.size) entries  root \(log.root?.hex ?? "-")")
        }
        lines += desk.map(\.text)
        lines.append(
            Bilingual(
                zh: "私钥不在备份之内，请另行妥善保存：\(keys.joined(separator: "，"))",
                en: "Keys are never part of a backup; keep them safe separately: \(keys.joined(separator: ", "))"))
        return lines.map { TerminalText.visible($0(language)) + "\n" }.joined()
    }
}
