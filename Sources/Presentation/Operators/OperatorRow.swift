import Compensation
import Federation

/// Who may work at the desk, without any secret.
public struct OperatorRow: Sendable {
    let name: String
    let role: OperatorRole
    let certificate: String?
    let added: String
    let disabled: String?

    /// - Parameters:
    ///   - certificate: the name in the certificate by which the operator is known; `nil`: by password and code.
    ///   - added: when, RFC 3339.
    ///   - disabled: since when, RFC 3339; `nil`: not disabled.
    public init(name: String, role: OperatorRole, certificate: String?, added: String, disabled: String?) {
        self.name = name
        self.role = role
        self.certificate = certificate
        self.added = added
        self.disabled = disabled
    }

    var json: JSONValue {
        .members([
            ("name", .string(name)), ("role", .string(role.rawValue)),
            ("access", .string(certificate == nil ? "password" : "certificate")),
            ("certificate", certificate.map { .string($0) }), ("added", .string(added)),
            ("disabled", disabled.map { .string($0) }),
        ])
    }

    func cells(_ language: Language) -> [String] {
        [
            name, role.name(language),
            certificate ?? Bilingual(zh: "口令与动态码", en: "password and code")(language), String(added.prefix(10)),
            disabled.map { String($0.prefix(10)) } ?? "-",
        ]
    }
}
