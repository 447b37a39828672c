public import Compensation
public import Federation

/// A certificate request, made for the authority.
public struct CertificateRequested: Report {
    public let node: NodeName
    /// The private key's file on this machine.
    public let key: String
    /// SHA-256 of the SubjectPublicKeyInfo, hexadecimal: what neighbours may pin as `tls_key`.
    public let keyDigest: String
    /// Whether an earlier request was for the same new key.
    public let isRepeated: Bool
    /// The request's file.
    public var file = ""

    public init(node: NodeName, key: String, keyDigest: String, isRepeated: Bool) {
        self.node = node
        self.key = key
        self.keyDigest = keyDigest
        self.isRepeated = isRepeated
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(node.text)), ("file", .string(file)), ("key", .string(key)),
            ("tls_key", .string(keyDigest)), ("repeated", .bool(isRepeated)),
        ])
    }

    public func text(_ language: Language) -> String {
        let again =
            isRepeated ? Bilingual(zh: "（沿用上次申请的私钥）", en: " (that of the earlier request)") : Bilingual(zh: "", en: "")
        let text = Bilingual(
            zh: """
                证书申请 \(file)
                私钥 \(key)\(again.zh)，只留在本机，切勿发送
                公钥指纹 SHA-256 \(keyDigest)
                把申请交给 CA，收到证书后执行：tongzhou certs install 证书文件
                """,
            en: """
                certificate request \(file)
                private key \(key)\(again.en); it stays on this machine, never send it
                key fingerprint SHA-256 \(keyDigest)
                Hand the request to the authority; with its certificate run: tongzhou certs install FILE
                """)
        return text(language).split(separator: "\n").map { TerminalText.visible(String($0)) + "\n" }.joined()
    }
}
