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
    /// Of everything that the file says.
    public let fingerprint: KeyFingerprint

    public init(
        member: Member, address: String, logs: [LogOrigin], tlsKey: String?, fingerprint: KeyFingerprint
    ) {
        self.member = member
        self.address = address
        self.logs = logs
        self.tlsKey = tlsKey
        self.fingerprint = fingerprint
    }

    var json: JSONValue {
        .members([
            ("node", .string(member.node.text)), ("party", .string(member.code.text)),
            ("role", .string(member.role.rawValue)), ("name_zh", .string(member.name.zh)),
            ("name_en", .string(member.name.en)), ("address", .string(address)),
            ("logs", .array(logs.map { .string($0.text) })), ("log_key", .string(Base64.encode(member.logKey))),
            ("fingerprint", .string(fingerprint.spoken)),
            ("log_key_fingerprint", .string(KeyFingerprint(of: member.logKey).spoken)),
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
        ]
        let log = KeyFingerprint(of: member.logKey).spoken
        let keys =
            [Bilingual(zh: "日志公钥指纹 \(log)", en: "fingerprint of the log key \(log)")]
            + member.sm2Keys.map { KeyFingerprint(of: $0).spoken }.map {
                Bilingual(zh: "SM2 公钥指纹 \($0)", en: "fingerprint of an SM2 key \($0)")
            }
        let aloud = Bilingual(
            zh: "节点文件指纹（涵盖以上全部内容），电话逐组朗读：",
            en: "fingerprint of the file, of all the above, to read aloud group by group:")
        return (facts + keys + [aloud]).map { TerminalText.visible($0(language)) }
            + SpokenFingerprint.groups(fingerprint, language).map { "  \($0.digits)  \($0.words)" }
    }
}
