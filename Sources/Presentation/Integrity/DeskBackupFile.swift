import Compensation
import Federation

/// A file beside a backup that holds what the desk has: the audit trail, or the accounts without their secrets.
public struct DeskBackupFile: Sendable {
    public enum Kind: String, Sendable {
        case audit
        case operators

        /// What it holds so many of.
        func text(_ records: Int) -> Bilingual {
            switch self {
            case .audit: Bilingual(zh: "操作记录 \(records) 条", en: "audit trail, \(records) lines")
            case .operators:
                Bilingual(zh: "办理人员 \(records) 人（不含口令与动态码密钥）", en: "operators, \(records), without their secrets")
            }
        }
    }

    public let kind: Kind
    public let file: String
    /// Lines or accounts.
    public let records: Int
    /// SHA-256 as `sha256sum` prints it; `nil` for a plan.
    public let digest: String?

    public init(_ kind: Kind, file: String, records: Int, digest: String? = nil) {
        self.kind = kind
        self.file = file
        self.records = records
        self.digest = digest
    }

    var json: JSONValue {
        .members([
            ("kind", .string(kind.rawValue)), ("file", .string(file)), ("records", .integer(Int64(records))),
            ("sha256", digest.map { .string($0) }),
        ])
    }

    var text: Bilingual {
        let words = kind.text(records)
        let digest = digest.map { " SHA-256 \($0)" } ?? ""
        return Bilingual(zh: "另附 \(file)：\(words.zh)\(digest)", en: "beside it \(file): \(words.en)\(digest)")
    }
}
