public import Compensation
public import Federation

/// A certificate that was put to use, or would be.
public struct CertificateInstalled: Report {
    public let card: CertificateCard
    public let file: String
    /// What the former files are called now.
    public let kept: [String]
    public let hasNewKey: Bool
    public let isDryRun: Bool

    public init(card: CertificateCard, file: String, kept: [String], hasNewKey: Bool, isDryRun: Bool) {
        self.card = card
        self.file = file
        self.kept = kept
        self.hasNewKey = hasNewKey
        self.isDryRun = isDryRun
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("node", .string(card.node.text)), ("file", .string(file)),
            ("not_after", card.facts.map { .string($0.notAfter.text) }), ("new_key", .bool(hasNewKey)),
            ("kept", .array(kept.map { .string($0) })), ("dry_run", .bool(isDryRun)),
        ])
    }

    public func text(_ language: Language) -> String {
        let until = card.facts.map { String($0.notAfter.text.prefix(10)) } ?? ""
        var lines = [
            isDryRun
                ? Bilingual(
                    zh: "试运行：证书可用，有效期至 \(until)；将写入 \(file)，未写入任何内容。",
                    en: "Dry run: the certificate is good until \(until); \(file) would change, nothing was written.")
                : Bilingual(
                    zh: "证书已启用，有效期至 \(until)：\(file)。运行中的节点几秒内自动换用，无需重启。",
                    en:
                        "The certificate is in place, good until \(until): \(file). A running node takes it up within seconds."
                )
        ]
        if hasNewKey {
            lines.append(
                Bilingual(
                    zh: "私钥随之更换；固定了 tls_key 的邻居须改为 \(card.facts?.keyDigest ?? "")",
                    en: "The key is new as well; neighbours that pin tls_key need \(card.facts?.keyDigest ?? "")"))
        }
        if !kept.isEmpty {
            lines.append(
                Bilingual(
                    zh: "原文件保留为 \(kept.joined(separator: "，"))",
                    en: "the former files are kept as \(kept.joined(separator: ", "))"))
        }
        return lines.map { TerminalText.visible($0(language)) + "\n" }.joined()
    }
}
