public import Compensation
public import Federation

/// What `witness` shows: the largest tree of every log that this node's witness has cosigned.
public struct WitnessReport: Report {
    /// The verifier keys of this node's witness and mirror (C2SP tlog-cosignature).
    public let witnessKey: String
    public let mirrorKey: String
    public let logs: [WitnessedLog]

    public init(witnessKey: String, mirrorKey: String, logs: [WitnessedLog]) {
        self.witnessKey = witnessKey
        self.mirrorKey = mirrorKey
        self.logs = logs
    }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("witness_key", .string(witnessKey)), ("mirror_key", .string(mirrorKey)),
            ("logs", .array(logs.map(\.json))),
        ])
    }

    public var rowsMember: String? { "logs" }

    public func text(_ language: Language) -> String {
        let head = Bilingual(
            zh: "见证公钥 \(witnessKey)\n镜像公钥 \(mirrorKey)",
            en: "witness key \(witnessKey)\nmirror key  \(mirrorKey)")(language)
        guard !logs.isEmpty else {
            return "\(head)\n" + Bilingual(zh: "尚未联署任何日志。\n", en: "No log has been cosigned yet.\n")(language)
        }
        let titles = [
            Bilingual(zh: "日志", en: "log"), Bilingual(zh: "条目", en: "entries"), Bilingual(zh: "根", en: "root"),
            Bilingual(zh: "联署时间", en: "cosigned"),
        ].map { $0(language) }
        let rows = logs.map { [$0.origin.text, "\($0.size)", String($0.rootHex.prefix(16)), $0.cosigned.text] }
        return "\(head)\n\n" + TextTable.rendered(titles, rightAligned: [1], rows: rows) + "\n"
    }
}
