import Compensation
import Federation

/// Who may work at the desk, without any secret.
public struct OperatorRow: Sendable {
    let name: String
    let role: OperatorRole
    let certificate: String?
    let added: String
    let disabled: String?
    let needsReset: Bool

    /// - Parameters:
    ///   - certificate: the name in the certificate by which the operator is known; `nil`: by password and code.
    ///   - added: when, RFC 3339.
    ///   - disabled: since when, RFC 3339; `nil`: not disabled.
    ///   - needsReset: whether it came from a backup and has no secrets yet.
    public init(
        name: String, role: OperatorRole, certificate: String?, added: String, disabled: String?,
        needsReset: Bool = false
    ) {
        self.name = name
        self.role = role
        self.certificate = certificate
        self.added = added
        self.disabled = disabled
        self.needsReset = needsReset
    }

    var json: JSONValue {
        .members([
            ("name", .string(name)), ("role", .string(role.rawValue)),
            ("access", .string(certificate == nil ? "password" : "certificate")),
            ("certificate", certificate.map { .string($0) }), ("added", .string(added)),
            ("disabled", disabled.map { .string($0) }), ("needs_reset", needsReset ? .bool(true) : nil),
        ])
    }

    func cells(_ language: Language) -> [String] {
        [
            name, role.name(language),
            certificate ?? access(language), String(added.prefix(10)),
            disabled.map { String($0.prefix(10)) } ?? "-",
        ]
    }

    private func access(_ language: Language) -> String {
        needsReset
            ? Bilingual(zh: "待更换凭证", en: "needs new secrets")(language)
            : Bilingual(zh: "口令与动态码", en: "password and code")(language)
    }
}
