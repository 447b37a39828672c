public import Compensation
public import Federation
import TransparencyLog

/// The proven contradictions a node keeps.
public struct EvidenceList: Report {
    public let kept: [(evidence: Evidence, fork: ProvenFork, since: Timestamp)]

    public init(_ kept: [(evidence: Evidence, fork: ProvenFork, since: Timestamp)]) { self.kept = kept }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "evidence",
                .array(
                    kept.map { kept in
                        .members([
                            ("digest", .string(kept.evidence.digest.hex)), ("log", .string(kept.fork.origin.text)),
                            ("kind", .string(Evidence.kind)), ("size", .integer(Int64(kept.fork.size))),
                            ("second_size", .integer(Int64(kept.fork.secondSize))),
                            ("since", .string(kept.since.text)),
                        ])
                    })
            ),
        ])
    }

    public var rowsMember: String? { "evidence" }

    public func text(_ language: Language) -> String {
        guard !kept.isEmpty else {
            return Bilingual(zh: "没有留存的证据。", en: "No evidence is kept.")(language) + "\n"
        }
        let titles = [
            Bilingual(zh: "摘要", en: "digest"), Bilingual(zh: "日志", en: "log"),
            Bilingual(zh: "相异处长度", en: "differs at size"), Bilingual(zh: "留存时间", en: "kept since"),
        ].map { $0(language) }
        let rows = kept.map { kept in
            [
                String(kept.evidence.digest.hex.prefix(16)), kept.fork.origin.text, "\(kept.fork.size)",
                kept.since.text,
            ]
        }
        return TextTable.rendered(titles, rightAligned: [2], rows: rows) + "\n"
    }
}
