public import Compensation
public import Federation
import TransparencyLog

/// What `agreements` shows: every version, who has signed, how it stands, and the digests.
public struct AgreementList: Report {
    private let docket: Docket
    private let now: Timestamp

    public init(_ docket: Docket, now: Timestamp) {
        self.docket = docket
        self.now = now
    }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            ("agreements", .array(docket.agreements.terms.map { .members(AgreementSummary($0, now: now).members) })),
        ])
    }

    public var rowsMember: String? { "agreements" }

    public func text(_ language: Language) -> String { text(language, wide: false) }

    public func wideText(_ language: Language) -> String { text(language, wide: true) }

    private func text(_ language: Language, wide: Bool) -> String {
        let terms = docket.agreements.terms
        guard !terms.isEmpty else {
            return Bilingual(zh: "还没有协议：tongzhou agreements draft", en: "No agreements yet: tongzhou agreements draft")(
                language) + "\n"
        }
        let titles = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "名称", en: "title"), Bilingual(zh: "状态", en: "state"),
            Bilingual(zh: "已签署", en: "signed by"), Bilingual(zh: "有效期", en: "valid"),
        ]
        let more = [
            Bilingual(zh: "摘要", en: "digest"), Bilingual(zh: "方案", en: "scheme"), Bilingual(zh: "通道", en: "channel"),
            Bilingual(zh: "起草", en: "drafted by"),
            Bilingual(zh: "签署于", en: "signed at"), Bilingual(zh: "报备", en: "filed"),
        ]
        let rows = terms.map { terms in
            let row = [
                terms.entry.agreement.text, terms.scheme.title(language), terms.state(at: now).name(language),
                terms.signedBy.map { docket.roster.member($0)?.name(language) ?? $0.text }.joined(separator: ", "),
                "\(terms.entry.validFrom.text)–\(terms.entry.validTo.text)",
            ]
            guard wide else { return row }
            return row + [
                String(terms.digest.hex.prefix(12)), String(terms.entry.schemeDigest.hex.prefix(12)),
                terms.entry.channel.text,
                terms.draftedBy.map { docket.roster.member($0)?.name(language) ?? $0.text }.joined(separator: ", "),
                terms.signedAt?.text ?? "-", terms.filing?.record.reference.text ?? "-",
            ]
        }
        let columns = (titles + (wide ? more : [])).map { $0(language) }
        return TextTable.rendered(columns, rightAligned: [], rows: rows) + "\n"
    }
}
