public import Compensation
public import Federation

/// What came of adding, resetting or disabling an operator.
public struct OperatorReceipt: Report {
    public enum Act: String, Sendable {
        case added
        case reset
        case disabled
    }

    /// What the operator needs to log in.
    public struct Secrets: Sendable {
        let password: String
        let uri: String

        /// - Parameter uri: `otpauth://totp/…`, as programs for codes take it.
        public init(password: String, uri: String) {
            self.password = password
            self.uri = uri
        }
    }

    private let act: Act
    private let row: OperatorRow
    private let secrets: Secrets?
    private let dryRun: Bool

    /// - Parameter secrets: shown this once.
    public init(_ act: Act, _ row: OperatorRow, secrets: Secrets?, dryRun: Bool) {
        self.act = act
        self.row = row
        self.secrets = secrets
        self.dryRun = dryRun
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("act", .string(act.rawValue)), ("operator", row.json),
            ("password", secrets.map { .string($0.password) }), ("totp_uri", secrets.map { .string($0.uri) }),
            ("dry_run", dryRun ? .bool(true) : nil),
        ])
    }

    public func text(_ language: Language) -> String {
        let role = row.role.name(language)
        let message =
            switch act {
            case .added: Bilingual(zh: "已登记办理人员 \(row.name)（\(role)）", en: "added operator \(row.name) (\(role))")
            case .reset:
                Bilingual(
                    zh: "\(row.name) 的凭证已更换，原有登录已失效", en: "\(row.name) has new secrets, former log-ins have ended")
            case .disabled: Bilingual(zh: "已停用 \(row.name)，立即生效", en: "disabled \(row.name), at once")
            }
        var text = message(language) + "\n"
        if let secrets {
            text += Bilingual(
                zh: "口令与动态码密钥只显示这一次：\n口令 \(secrets.password)\n动态码 \(secrets.uri)\n",
                en:
                    "password and secret of the codes are shown this once:\npassword \(secrets.password)\ncodes    \(secrets.uri)\n"
            )(language)
        }
        if dryRun {
            text += Bilingual(zh: "试运行，未写入任何内容。\n", en: "dry run, nothing was written.\n")(language)
        }
        return text
    }
}
