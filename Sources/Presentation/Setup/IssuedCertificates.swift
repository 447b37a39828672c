public import Compensation
public import Federation

/// What `certs` has issued.
public struct IssuedCertificates: Report {
    /// The certificate's file, and SHA-256 of the key's SubjectPublicKeyInfo in hexadecimal.
    public let certificates: [(node: NodeName, file: String, keyDigest: String)]

    public init(_ certificates: [(node: NodeName, file: String, keyDigest: String)]) {
        self.certificates = certificates
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "certificates",
                .array(
                    certificates.map {
                        .members([
                            ("node", .string($0.node.text)), ("file", .string($0.file)),
                            ("tls_key", .string($0.keyDigest)),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "certificates" }

    public func text(_ language: Language) -> String {
        certificates.map {
            Bilingual(
                zh: "\($0.file)  公钥指纹 SHA-256 \($0.keyDigest)\n",
                en: "\($0.file)  key fingerprint SHA-256 \($0.keyDigest)\n")(
                    language)
        }.joined()
    }
}
