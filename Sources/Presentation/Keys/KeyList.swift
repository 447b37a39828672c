public import Compensation
public import Federation
import TransparencyLog

/// What `keys show` shows: every log key this node knows, its own first.
public struct KeyList: Report {
    private let rows: [KeyRow]
    private let now: Timestamp
    private let publicFile: (path: String, fingerprint: KeyFingerprint)?

    /// - Parameter publicFile: the own file that neighbours have, with what they compare before they take it in; `nil`
    ///   where it is not at hand.
    public init(_ rows: [KeyRow], now: Timestamp, publicFile: (path: String, fingerprint: KeyFingerprint)?) {
        self.rows = rows
        self.now = now
        self.publicFile = publicFile
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("keys", .array(rows.map(\.json))),
            ("public_file", publicFile.map { .string($0.path) }),
            ("public_file_fingerprint", publicFile.map { .string($0.fingerprint.spoken) }),
        ])
    }

    public var rowsMember: String? { "keys" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        // Where nobody has SM2 keys the kind says nothing.
        let isMixed = rows.contains { $0.algorithm != .ed25519 }
        let titles =
            (isMixed ? [Bilingual(zh: "算法", en: "kind")] : []) + [
                Bilingual(zh: "节点", en: "node"),
                Bilingual(zh: "指纹（前 32 位，供核对）", en: "fingerprint (first 32 digits)"),
                Bilingual(zh: "状态", en: "state"), Bilingual(zh: "启用", en: "since"),
                Bilingual(zh: "会签", en: "countersigned by"),
            ]
        let more = [
            Bilingual(zh: "天数", en: "days"), Bilingual(zh: "写在配置中", en: "configured"),
            Bilingual(zh: "轮换条目", en: "rotation"),
        ]
        let (yes, no) = (Bilingual(zh: "是", en: "yes"), Bilingual(zh: "否", en: "no"))
        let lines = rows.map { row in
            let line =
                (isMixed ? [row.algorithm.name] : []) + [
                    row.member.node.text, row.fingerprint.spoken, row.state.name(language),
                    row.since.map { String($0.text.prefix(10)) } ?? "-", countersigners(row, language),
                ]
            guard wide else { return line }
            return line + [
                age(row), (row.isConfigured ? yes : no)(language), row.rotation?.record.reference.text ?? "-",
            ]
        }
        let note = Bilingual(
            zh: "指纹为公钥的 SHA-256。核对时请对方从自己的屏幕上读出，切勿用本屏内容去问“对不对”。",
            en:
                "A fingerprint is the SHA-256 of the public key. To compare, let the other side read from their own screen; do not read yours out and ask whether it is right."
        )(language)
        let columns = (titles + (wide ? more : [])).map { $0(language) }
        let file = publicFile.map { path, fingerprint in
            Bilingual(
                zh: "本节点文件 \(path) 的指纹，邻居登记时核对：\(fingerprint.spoken)",
                en: "fingerprint of this node's file \(path), for neighbours who take it in: \(fingerprint.spoken)")(
                    language)
        }
        let notes = [file.map(TerminalText.visible), note].compactMap(\.self).joined(separator: "\n")
        return TextTable.rendered(columns, rightAligned: [isMixed ? 6 : 5], rows: lines) + "\n\n\(notes)\n"
    }

    private func age(_ row: KeyRow) -> String {
        row.since.map { "\(max(0, (now.secondsSinceEpoch - $0.secondsSinceEpoch) / 86_400))" } ?? "-"
    }

    private func countersigners(_ row: KeyRow, _ language: Language) -> String {
        guard let rotation = row.rotation else { return "" }
        let names = rotation.countersignedBy.map(\.text).joined(separator: ", ")
        guard !rotation.isCountersigned else { return names }
        let waiting = Bilingual(zh: "未足", en: "not enough yet")(language)
        return names.isEmpty ? waiting : "\(names) (\(waiting))"
    }
}
