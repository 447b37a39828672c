import Compensation
import Federation

/// Who may deliver readings over HTTP, without the secret.
public struct SenderRow: Sendable {
    let name: String
    let source: String
    let channel: String
    let sections: [String]
    let certificate: String?
    let added: String

    /// - Parameters:
    ///   - certificate: the name in the certificate by which it is known; `nil`: by a token.
    ///   - added: when, RFC 3339.
    public init(
        name: String, source: String, channel: String, sections: [String], certificate: String?, added: String
    ) {
        self.name = name
        self.source = source
        self.channel = channel
        self.sections = sections
        self.certificate = certificate
        self.added = added
    }

    var json: JSONValue {
        .members([
            ("name", .string(name)), ("source", .string(source)), ("channel", .string(channel)),
            ("sections", .array(sections.map { .string($0) })),
            ("access", .string(certificate == nil ? "token" : "certificate")),
            ("certificate", certificate.map { .string($0) }), ("added", .string(added)),
        ])
    }

    func cells(_ language: Language) -> [String] {
        let access = certificate ?? Bilingual(zh: "令牌", en: "token")(language)
        return [name, source, channel, sections.joined(separator: ", "), access, String(added.prefix(10))]
    }
}
