public import Compensation
import Federation
import TransparencyLog

/// What anyone needs to check these pages without trusting them: checkpoints, keys, proofs, and how to.
public struct CheckContent: PageContent {
    /// The newest checkpoint of one log, as it is signed.
    public struct Head: Sendable {
        let log: OwnLogStatus
        /// The note as text.
        let note: String

        public init(_ log: OwnLogStatus, note: String) {
            self.log = log
            self.note = note
        }
    }

    private let heads: [Head]
    private let keys: [KeyRow]

    public init(heads: [Head], keys: [KeyRow]) {
        self.heads = heads
        self.keys = keys
    }

    public let title = Bilingual(zh: "自行核验", en: "Check it yourself")
    public let path = ["check"]

    public func markup(_ language: Language) -> Markup {
        let notes = heads.map { checkpoint($0, language) }
        let shown = PageBudget.fitting(notes, bytes: 42_000)
        return .joined([
            .element(.h2) { Bilingual(zh: "核对一张结算单", en: "Check a statement")(language) },
            VerificationContent.form(language),
            .element(.h2) { Bilingual(zh: "核验一笔核算", en: "Check a settlement")(language) },
            steps(language), keyTable(language),
            .element(.h2) { Bilingual(zh: "检查点", en: "Checkpoints")(language) },
            .element(.p) {
                Bilingual(
                    zh: "检查点是日志签署的摘要：条目数与散列根。若您看到的检查点与他人看到的不一致，请把两者都保留下来——那就是有人改写历史的证据。",
                    en:
                        "A checkpoint is what a log has signed: its size and the root of its hashes. Should yours contradict somebody else's, keep both: that is evidence of a rewritten history."
                )(language)
            },
            heads.isEmpty ? .element(.p) { DataTable.nothing(language) } : .joined(shown),
            shown.count == notes.count
                ? .none
                : .element(.p, .class("quiet")) {
                    Bilingual(
                        zh: "本页列出前 \(shown.count) 条日志的检查点，共 \(notes.count) 条；各方与中央节点就一笔核算表态的日志，其检查点在该笔核算的证明文件中。",
                        en:
                            "The checkpoints of the first \(shown.count) of \(notes.count) logs are shown; those of the logs in which a settlement was proposed, accepted and verified are in its proofs."
                    )(language)
                },
        ])
    }

    private func steps(_ language: Language) -> Markup {
        let steps: [Bilingual] = [
            Bilingual(
                zh: "在“核算结果”中打开一笔核算，下载证明文件（.tar）并解开：内有各方与中央节点的原话（.json）、日志证明（.tlog-proof）、公钥和说明。",
                en:
                    "Open a settlement, download its proofs (.tar) and unpack them: what the parties and the centre said (.json), the proofs (.tlog-proof), the keys and how to check."
            ),
            Bilingual(
                zh:
                    "运行 tongzhou proof verify *.tlog-proof；无需节点，也无需联网。没有本程序，用 Python 与 openssl 也能核验（见项目文档 docs/proofs.md）。",
                en:
                    "Run tongzhou proof verify *.tlog-proof; it needs neither a node nor a network. Python and openssl do as well (docs/proofs.md of the project)."
            ),
            Bilingual(
                zh: "把输出中的公钥与各节点通过其他渠道（电话、公文）公布的指纹核对；不要只用本页的指纹。",
                en:
                    "Compare the keys it names with the fingerprints that the nodes publish elsewhere (by telephone, on paper); do not rely on this page for them."
            ),
            Bilingual(
                zh: "下载协议的核算方案与监测数据，运行 tongzhou scheme run 方案.md --data 数据.csv --period 核算期，得到的金额应与本页相同。",
                en:
                    "Download the scheme and the readings and run tongzhou scheme run SCHEME.md --data READINGS.csv --period PERIOD: the amount must be the one shown here."
            ),
        ]
        return .element(.ol) { steps.map { step in Markup.element(.li) { step(language) } } }
    }

    private func keyTable(_ language: Language) -> Markup {
        // Where nobody has SM2 keys the kind says nothing.
        let isMixed = keys.contains { $0.algorithm != .ed25519 }
        let kind = isMixed ? [DataTable.text("算法", "Kind")] : []
        return DataTable(
            Bilingual(zh: "各节点的日志公钥", en: "The nodes' log keys"),
            kind + [
                DataTable.text("节点", "Node"), DataTable.text("名称", "Name"), DataTable.text("状态", "State"),
                DataTable.text("指纹（前 32 位）", "Fingerprint (first 32 digits)"),
                DataTable.text("公钥（Base64）", "Key (base64)"),
            ],
            rows: keys.map { row in
                let kind: [Markup] = isMixed ? [Markup(row.algorithm.name)] : []
                let cells: [Markup] = [
                    .element(.span, .class("digest")) { row.member.node.text }, Markup(row.member.name(language)),
                    Markup(row.state.name(language)),
                    .element(.span, .class("digest")) { row.fingerprint.spoken },
                    .element(.span, .class("digest")) { row.encodedKey },
                ]
                return kind + cells
            },
            download: Download(path: ["download", "keys"])
        ).markup(language)
    }

    private func checkpoint(_ head: Head, _ language: Language) -> Markup {
        .joined([
            .element(.h3) { head.log.origin.text },
            .element(.pre, .named(.tabindex, "0")) { Markup.lines(head.note) },
        ])
    }
}
