import Compensation
import Federation

/// A file beside a backup that holds what the desk has: the audit trail, or the accounts without their secrets.
public struct DeskBackupFile: Sendable {
    public enum Kind: String, Sendable {
        case audit
        /// The audit trail where it is damaged: its bytes as they are, for people to look into.
        case damagedAudit = "audit-damaged"
        case operators
        /// The accounts where they cannot be read: nothing is copied.
        case damagedOperators = "operators-damaged"

        /// What it holds so many of.
        func text(_ records: Int) -> Bilingual {
            switch self {
            case .audit: Bilingual(zh: "操作记录 \(records) 条", en: "audit trail, \(records) lines")
            case .damagedAudit: Bilingual(zh: "操作记录（已损坏）", en: "audit trail, damaged")
            case .operators:
                Bilingual(zh: "办理人员 \(records) 人（不含口令与动态码密钥）", en: "operators, \(records), without their secrets")
            case .damagedOperators: Bilingual(zh: "办理人员名单（无法读取）", en: "list of operators, unreadable")
            }
        }
    }

    public let kind: Kind
    /// Where it stands, or would stand if it could be read.
    public let file: String
    /// Lines or accounts; 0 where they cannot be counted for damage.
    public let records: Int
    /// What is wrong with the trail that was copied, or with the accounts that were left out; `nil` where nothing is.
    public let damage: String?
    /// SHA-256 as `sha256sum` prints it; `nil` for a plan, and for what was left out.
    public let digest: String?

    public init(_ kind: Kind, file: String, records: Int, damage: String? = nil, digest: String? = nil) {
        self.kind = kind
        self.file = file
        self.records = records
        self.damage = damage
        self.digest = digest
    }

    var json: JSONValue {
        .members([
            ("kind", .string(kind.rawValue)), ("file", .string(file)),
            ("records", damage == nil ? .integer(Int64(records)) : nil), ("damage", damage.map { .string($0) }),
            ("sha256", digest.map { .string($0) }),
        ])
    }

    var text: Bilingual {
        let words = kind.text(records)
        let digest = digest.map { " SHA-256 \($0)" } ?? ""
        if let damage, kind == .damagedOperators {
            return Bilingual(
                zh: "未另附 \(file)：办理人员名单 operators.json 无法读取（\(damage)），未予备份",
                en: "not beside it \(file): the list of operators, operators.json, cannot be read (\(damage)); left out"
            )
        }
        if let damage {
            return Bilingual(
                zh: "另附 \(file)：操作记录已损坏（\(damage)），原样复制，恢复时不会采用\(digest)",
                en:
                    "beside it \(file): the audit trail is damaged (\(damage)); copied byte for byte, not for restore\(digest)"
            )
        }
        return Bilingual(zh: "另附 \(file)：\(words.zh)\(digest)", en: "beside it \(file): \(words.en)\(digest)")
    }
}
