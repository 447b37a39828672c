import Compensation
public import Federation
import TransparencyLog

/// The public facts of one peer as its file has them.
public struct PeerCard: Sendable {
    public let member: Member
    public let address: String
    public let logs: [LogOrigin]
    /// SHA-256 of its TLS key, where that is pinned.
    public let tlsKey: String?

    public init(member: Member, address: String, logs: [LogOrigin], tlsKey: String?) {
        self.member = member
        self.address = address
        self.logs = logs
        self.tlsKey = tlsKey
    }

    var json: JSONValue {
        .members([
            ("node", .string(member.node.text)), ("party", .string(member.code.text)),
            ("role", .string(member.role.rawValue)), ("name_zh", .string(member.name.zh)),
            ("name_en", .string(member.name.en)), ("address", .string(address)),
            ("logs", .array(logs.map { .string($0.text) })), ("log_key", .string(Base64.encode(member.logKey))),
            ("fingerprint", .string(KeyFingerprint(of: member.logKey).spoken)),
            (
                "sm2_keys",
                member.sm2Keys.isEmpty ? nil : .array(member.sm2Keys.map { .string(Base64.encode($0)) })
            ), ("tls_key", tlsKey.map { .string($0) }),
        ])
    }

    /// Its facts, one a line, and the fingerprint group by group.
    func lines(_ language: Language) -> [String] {
        let facts = [
            Bilingual(
                zh: "节点 \(member.name.zh)（\(member.node.text)），代码 \(member.code.text)",
                en: "node \(member.name.en) (\(member.node.text)), code \(member.code.text)"),
            Bilingual(zh: "地址 \(address)", en: "address \(address)"),
            Bilingual(
                zh: "日志 \(logs.map(\.text).joined(separator: "，"))",
                en: "logs \(logs.map(\.text).joined(separator: ", "))"),
            Bilingual(zh: "TLS 公钥 \(tlsKey ?? "未固定")", en: "TLS key \(tlsKey ?? "not pinned")"),
            Bilingual(zh: "日志公钥指纹，电话逐组朗读：", en: "fingerprint of the log key, to read aloud group by group:"),
        ].map { TerminalText.visible($0(language)) }
        let sm2 = member.sm2Keys.flatMap { key in
            [Bilingual(zh: "SM2 公钥指纹：", en: "fingerprint of an SM2 key:")(language)] + spoken(key, language)
        }
        return facts + spoken(member.logKey, language) + sm2
    }

    private func spoken(_ key: [UInt8], _ language: Language) -> [String] {
        SpokenFingerprint.groups(key, language).map { "  \($0.digits)  \($0.words)" }
    }
}
