public import Compensation
public import Federation

/// What came of adding or revoking a sender.
public struct SenderReceipt: Report {
    public enum Act: String, Sendable {
        case added
        case revoked
    }

    private let act: Act
    private let row: SenderRow
    private let token: String?
    private let dryRun: Bool

    /// - Parameter token: the secret, shown this once.
    public init(_ act: Act, _ row: SenderRow, token: String?, dryRun: Bool) {
        self.act = act
        self.row = row
        self.token = token
        self.dryRun = dryRun
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("act", .string(act.rawValue)), ("sender", row.json),
            ("token", token.map { .string($0) }), ("dry_run", dryRun ? .bool(true) : nil),
        ])
    }

    public func text(_ language: Language) -> String {
        let sections = row.sections.joined(separator: ", ")
        let message =
            switch act {
            case .added:
                Bilingual(zh: "已登记报送方 \(row.name)（\(sections)）", en: "added sender \(row.name) (\(sections))")
            case .revoked: Bilingual(zh: "已撤销报送方 \(row.name)，立即生效", en: "revoked sender \(row.name), at once")
            }
        var text = message(language) + "\n"
        if let token {
            text += Bilingual(
                zh: "令牌只显示这一次，本节点不保存：\n\(token)\n", en: "the token is shown this once and kept nowhere:\n\(token)\n")(
                    language)
        }
        if dryRun {
            text += Bilingual(zh: "试运行，未写入任何内容。\n", en: "dry run, nothing was written.\n")(language)
        }
        return text
    }
}
