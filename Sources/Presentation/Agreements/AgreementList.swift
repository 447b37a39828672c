public import Compensation
public import Federation
import TransparencyLog

/// What `agreements` shows: terms, who has signed, and the digests.
public struct AgreementList: Report {
    private let docket: Docket

    public init(_ docket: Docket) { self.docket = docket }

    public var json: JSONValue {
        .members([
            ("schema", 1),
            (
                "agreements",
                .array(
                    docket.agreements.terms.map { terms in
                        .members([
                            ("agreement", .string(terms.entry.agreement.text)),
                            ("agreement_digest", .string(terms.digest.hex)),
                            ("scheme_digest", .string(terms.entry.schemeDigest.hex)),
                            ("channel", .string(terms.entry.channel.text)),
                            ("parties", .array(terms.entry.parties.map { .string($0.text) })),
                            ("signed_by", .array(terms.signedBy.map { .string($0.text) })),
                            ("in_force", .bool(terms.inForce)),
                            ("valid_from", .string(terms.entry.validFrom.text)),
                            ("valid_to", .string(terms.entry.validTo.text)),
                        ])
                    })
            ),
        ])
    }

    public func text(_ language: Language) -> String {
        let terms = docket.agreements.terms
        guard !terms.isEmpty else {
            return Bilingual(zh: "还没有协议：tongzhou agreements add", en: "No agreements yet: tongzhou agreements add")(
                language) + "\n"
        }
        let titles = [
            Bilingual(zh: "协议", en: "agreement"), Bilingual(zh: "名称", en: "title"), Bilingual(zh: "状态", en: "state"),
            Bilingual(zh: "已签署", en: "signed by"), Bilingual(zh: "有效期", en: "valid"), Bilingual(zh: "方案", en: "scheme"),
        ].map { $0(language) }
        let rows = terms.map { terms in
            [
                terms.entry.agreement.text, terms.scheme.title(language),
                (terms.inForce ? Bilingual(zh: "生效", en: "in force") : Bilingual(zh: "待签署", en: "to be signed"))(
                    language),
                terms.signedBy.map { docket.roster.member($0)?.name(language) ?? $0.text }.joined(separator: ", "),
                "\(terms.entry.validFrom.text) – \(terms.entry.validTo.text)",
                String(terms.entry.schemeDigest.hex.prefix(12)),
            ]
        }
        return TextTable.rendered(titles, rightAligned: [], rows: rows) + "\n"
    }
}
