public import Compensation
public import Federation
import TransparencyLog

/// What `check` shows: every log with how far it was verified, and the place of every damage.
public struct CheckReport: Report {
    public let full: Bool
    public let logs: [CheckedLog]
    /// SM3 trees that were recomputed; only in a full check.
    public let sm3Trees: [CheckedSM3Tree]
    public let damages: DamageList

    /// The peer that was compared with, and how many of its checkpoints were proven consistent.
    public let peer: NodeName?
    public let proven: Int

    public init(
        full: Bool, logs: [CheckedLog], sm3Trees: [CheckedSM3Tree] = [], damages: DamageList, peer: NodeName? = nil,
        proven: Int = 0
    ) {
        self.sm3Trees = sm3Trees
        self.peer = peer
        self.proven = proven
        self.full = full
        self.logs = logs
        self.damages = damages
    }

    public var isSound: Bool { !damages.isIntegrity }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("full", .bool(full)), ("sound", .bool(isSound)), ("logs", .array(logs.map(\.json))),
            ("sm3_trees", sm3Trees.isEmpty ? nil : .array(sm3Trees.map(\.json))),
            ("findings", .array(damages.items.map(\.json))), ("omitted", .integer(Int64(damages.omitted))),
            ("peer", peer.map { .string($0.text) }), ("proven", peer.map { _ in .integer(Int64(proven)) }),
        ])
    }

    public var rowsMember: String? { "findings" }

    public func text(_ language: Language) -> String { text(language, rootDigits: 16) }

    /// With whole roots.
    public func wideText(_ language: Language) -> String { text(language, rootDigits: 64) }

    private func text(_ language: Language, rootDigits: Int) -> String {
        ([logTable(language, rootDigits)] + sm3Trees.map { $0.line(language, rootDigits) }
            + damages.items.map { $0.line(language) } + closing(language))
            .map { $0 + "\n" }.joined()
    }

    private func logTable(_ language: Language, _ rootDigits: Int) -> String {
        let titles = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "归属", en: "kind"), Bilingual(zh: "条目", en: "entries"),
            Bilingual(zh: "已签署", en: "signed"), Bilingual(zh: "已核检查点", en: "verified"), Bilingual(zh: "根", en: "root"),
        ].map { $0(language) }
        let rows = logs.map { log in
            [
                log.origin.text, Bilingual(zh: log.own ? "自有" : "镜像", en: log.own ? "own" : "mirror")(language),
                "\(log.size)", log.signedSize.map { "\($0)" } ?? "-", "\(log.checkpoints)",
                String((log.root?.hex ?? "-").prefix(rootDigits)),
            ]
        }
        return TextTable.rendered(titles, rightAligned: [2, 3, 4], rows: rows)
    }

    private func closing(_ language: Language) -> [String] {
        var lines: [Bilingual] = []
        if damages.omitted > 0 {
            lines.append(Bilingual(zh: "另有 \(damages.omitted) 处未列出", en: "\(damages.omitted) more not listed"))
        }
        if let peer {
            lines.append(
                Bilingual(
                    zh: "与 \(peer.text) 核对：\(proven) 个检查点已证明一致",
                    en: "compared with \(peer.text): \(proven) checkpoints proven consistent"))
        }
        guard !isSound else {
            let depth =
                full
                ? Bilingual(zh: "完好：全部条目、散列与检查点均已重算核对。", en: "Sound: every entry, hash and checkpoint was recomputed.")
                : Bilingual(
                    zh: "完好（快速检查）；彻底重算：tongzhou check --full",
                    en: "Sound (quick check); to recompute everything: tongzhou check --full")
            return (lines + [depth]).map { $0(language) }
        }
        let stored = damages.items.filter { $0.code.isIntegrity && !$0.code.isAboutPeer }
        guard !stored.isEmpty else {
            lines.append(
                Bilingual(
                    zh: "本地所存完好，但与对方不一致；如何处理见 docs/errors.md 中的各代码。",
                    en:
                        "What is stored here is sound, but differs from what the peer shows; docs/errors.md says what to do about each code."
                ))
            return lines.map { $0(language) }
        }
        lines.append(Bilingual(zh: "发现损坏。停止节点后修复：", en: "Damage found. Stop the node, then:"))
        return lines.map { $0(language) } + DamageAdvice.commands(for: stored).map { "  " + $0 }
    }
}
