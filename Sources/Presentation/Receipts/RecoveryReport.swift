public import Compensation
public import Federation

/// What `recover` did: every own log, who was asked, what is still missing.
public struct RecoveryReport: Report {
    public let logs: [RecoveredLog]
    public let answered: [NodeName]
    /// Peers that did not answer, with the reason.
    public let silent: [(peer: NodeName, reason: String)]

    public init(logs: [RecoveredLog], answered: [NodeName], silent: [(peer: NodeName, reason: String)]) {
        self.logs = logs
        self.answered = answered
        self.silent = silent
    }

    /// Whether everything is here that a peer has shown a signature for, or that the log of a later epoch says was said.
    public var isComplete: Bool { logs.allSatisfy(\.isComplete) }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("complete", .bool(isComplete)), ("logs", .array(logs.map(\.json))),
            ("answered", .array(answered.map { .string($0.text) })),
            (
                "silent",
                .array(silent.map { .members([("peer", .string($0.peer.text)), ("reason", .string($0.reason))]) })
            ),
        ])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String {
        let titles = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "原有", en: "had"), Bilingual(zh: "现有", en: "has"),
            Bilingual(zh: "已签署", en: "signed"), Bilingual(zh: "出示者", en: "shown by"),
        ].map { $0(language) }
        let rows = logs.map { log in
            [
                log.origin.text, "\(log.had)", "\(log.has)", "\(log.wanted)",
                log.peers.isEmpty
                    ? Bilingual(zh: "无人持有", en: "nobody")(language) : log.peers.map(\.text).joined(separator: ", "),
            ]
        }
        var lines = [TextTable.rendered(titles, rightAligned: [1, 2, 3], rows: rows)]
        lines += logs.filter { !$0.isComplete && !$0.unverified.isEmpty }.map { log in
            let names = log.unverified.map(\.text).joined(separator: ", ")
            return Bilingual(
                zh: "\(names) 存有 \(log.origin.text)，但其签名密钥在此未知：请在 node.yaml 的 former_keys 中写上最后签署该日志的公钥，再执行一次",
                en:
                    "\(names) holds \(log.origin.text), signed with a key that is not known here: put the public key that signed this log last under former_keys in node.yaml, and run this again"
            )(language)
        }
        lines += silent.map { peer, reason in
            let reason = TerminalText.visible(reason)
            return Bilingual(zh: "未答复：\(peer.text)（\(reason)）", en: "no answer: \(peer.text) (\(reason))")(language)
        }
        lines.append(
            isComplete
                ? Bilingual(
                    zh: "已找回并逐条核验。启动 tongzhou serve；它会在签署前再次询问全部邻居。",
                    en:
                        "Recovered, every entry verified. Start tongzhou serve; it asks all neighbours once more before it signs."
                )(language)
                : Bilingual(
                    zh: "尚未完整：有签署的条目无人提供。启动 tongzhou serve 后会继续寻找，找到之前不签署。",
                    en:
                        "Not complete: nobody supplied some entries that were signed. tongzhou serve goes on looking and signs nothing until they are found."
                )(language))
        return lines.joined(separator: "\n") + "\n"
    }
}
