import Compensation
import Federation
import TransparencyLog

/// What every report on a scheme says first: which text it is, and for whom and when it holds.
struct SchemeHead {
    let scheme: Scheme
    /// Of the bytes of the file.
    let digest: ContentDigest

    var members: [(String, JSONValue?)] {
        [
            ("identifier", .string(scheme.identifier)), ("title_zh", .string(scheme.title.zh)),
            ("title_en", .string(scheme.title.en)), ("period", .string(scheme.periodKind.rawValue)),
            ("valid_from", .string(scheme.validity.from.text)), ("valid_to", .string(scheme.validity.to.text)),
            (
                "parties",
                .array(
                    scheme.parties.map { party in
                        .members([
                            ("role", .string(party.role)), ("label", .string(party.label)),
                            ("code", .string(party.code.text)),
                        ])
                    })
            ),
            ("sha256", .string(digest.hex)),
        ]
    }

    func lines(_ language: Language) -> [String] {
        let parties = scheme.parties.map { "\(language == .zh ? $0.role : $0.label) \($0.code.text)" }
        let from = scheme.validity.from.text
        let to = scheme.validity.to.text
        return [
            "\(scheme.identifier)  \(scheme.title(language))",
            Bilingual(zh: "核算期 ", en: "period ")(language) + scheme.periodKind.name(language)
                + Bilingual(zh: "；有效期 \(from) 至 \(to)", en: "; valid from \(from) to \(to)")(language),
            Bilingual(zh: "缔约方 ", en: "parties ")(language)
                + parties.joined(separator: Bilingual(zh: "、", en: ", ")(language)),
            "SHA-256 \(digest.hex)",
        ].map(TerminalText.visible)
    }

    /// The name of a party in the language; its code where the scheme does not know it.
    func name(_ code: PartyCode, _ language: Language) -> String {
        scheme.parties.first { $0.code == code }.map { TerminalText.visible(language == .zh ? $0.role : $0.label) }
            ?? code.text
    }
}
