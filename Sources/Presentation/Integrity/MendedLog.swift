import Compensation
public import Federation

/// What came of repairing one log.
public struct MendedLog: Sendable {
    public let origin: LogOrigin
    /// Whether every damaged row could be put back.
    public let isMended: Bool
    /// Who supplied the bytes; `nil` when they were all here.
    public let supplier: String?
    public let entries: Int
    public let hashes: Int
    public let checkpoints: Int
    /// Rows beyond the end that were taken away.
    public let removed: Int
    /// Why it could not be done, or who could not help; English, for the log.
    public let reasons: [String]

    public init(
        origin: LogOrigin, isMended: Bool = false, supplier: String? = nil, entries: Int = 0, hashes: Int = 0,
        checkpoints: Int = 0, removed: Int = 0, reasons: [String]
    ) {
        self.origin = origin
        self.isMended = isMended
        self.supplier = supplier
        self.entries = entries
        self.hashes = hashes
        self.checkpoints = checkpoints
        self.removed = removed
        self.reasons = reasons
    }

    var line: Bilingual {
        guard isMended else {
            return Bilingual(zh: "\(origin.text)：未能修复", en: "\(origin.text): could not be repaired")
        }
        let (zh, en) = (
            supplier.map { "取自 \($0)" } ?? "取自本地条目", supplier.map { "from \($0)" } ?? "from its own entries"
        )
        return Bilingual(
            zh: "\(origin.text)：已修复（\(zh)）：条目 \(entries)，散列 \(hashes)，检查点 \(checkpoints)，移除多余行 \(removed)",
            en:
                "\(origin.text): repaired (\(en)): entries \(entries), hashes \(hashes), checkpoints \(checkpoints), stray rows removed \(removed)"
        )
    }

    var json: JSONValue {
        .members([
            ("origin", .string(origin.text)), ("mended", .bool(isMended)), ("supplier", supplier.map { .string($0) }),
            ("entries", .integer(Int64(entries))), ("hashes", .integer(Int64(hashes))),
            ("checkpoints", .integer(Int64(checkpoints))), ("removed", .integer(Int64(removed))),
            ("reasons", .array(reasons.map { .string($0) })),
        ])
    }
}
