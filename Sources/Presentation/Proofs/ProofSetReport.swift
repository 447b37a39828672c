public import Compensation
public import Federation
import TransparencyLog

/// What was put into a settlement's folder of proofs.
public struct ProofSetReport: Report {
    public let set: ProofSet

    public init(_ set: ProofSet) { self.set = set }

    public var json: JSONValue {
        .members([
            ("schema", 1), ("agreement", .string(set.key.agreement.text)), ("period", .string(set.key.period.text)),
            (
                "proofs",
                .array(
                    set.proofs.map { file in
                        .members([
                            ("file", .string(file.name + ".tlog-proof")), ("entry", .string(file.proof.place.text)),
                            ("size", .integer(Int64(file.proof.checkpoint.size))),
                        ])
                    })
            ), ("missing", .array(set.missing.map { .string($0) })),
        ])
    }

    public var rowsMember: String? { "proofs" }

    public func text(_ language: Language) -> String {
        let titles = [
            Bilingual(zh: "文件", en: "file"), Bilingual(zh: "条目", en: "entry"), Bilingual(zh: "日志长度", en: "size"),
        ].map { $0(language) }
        let rows = set.proofs.map { file in
            [file.name + ".tlog-proof", file.proof.place.text, "\(file.proof.checkpoint.size)"]
        }
        let table = TextTable.rendered(titles, rightAligned: [2], rows: rows) + "\n"
        guard !set.missing.isEmpty else { return table }
        let missing = set.missing.joined(separator: ", ")
        return table
            + Bilingual(zh: "尚无：\(missing)；补齐后可再导出。", en: "not there yet: \(missing); export again later.")(language)
            + "\n"
    }
}
