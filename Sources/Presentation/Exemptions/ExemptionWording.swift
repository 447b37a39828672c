import Compensation
import Federation

/// One request to be exempted and what the offices say.
enum ExemptionWording {
    static func json(_ exemption: Exemption) -> JSONValue {
        .members([
            ("place", .string(exemption.request.reference.text)), ("party", .string(exemption.party.text)),
            ("agreement", .string(exemption.request.body.key.agreement.text)),
            ("period", .string(exemption.request.body.key.period.text)),
            ("facts", .array(exemption.request.body.facts.map { .string($0.text) })),
            ("reason", .string(exemption.request.body.reason)),
            ("finance", exemption.finance.map { .string($0.body.decision.rawValue) }),
            ("environment", exemption.environment.map { .string($0.body.decision.rawValue) }),
            ("in_force", .bool(exemption.isApproved)),
        ])
    }

    static func text(_ exemption: Exemption, _ name: (PartyCode, Language) -> String, _ language: Language) -> String {
        let facts = exemption.request.body.facts.map(\.text).joined(separator: ", ")
        let offices = ExemptionApprovalEntry.Office.allCases.map { office in
            office.name(language) + Bilingual(zh: "：", en: ": ")(language) + word(exemption.word(of: office), language)
        }.joined(separator: Bilingual(zh: "，", en: ", ")(language))
        let state =
            exemption.isApproved
            ? Bilingual(zh: "已生效", en: "in force") : Bilingual(zh: "未生效", en: "not in force")
        let key = exemption.request.body.key
        return TerminalText.visible(
            "\(exemption.request.reference.text) \(key.text) \(name(exemption.party, language)) \(facts)"
                + Bilingual(zh: "「", en: " \"")(language) + exemption.request.body.reason
                + Bilingual(zh: "」", en: "\" ")(language) + "\(offices) \(state(language))")
    }

    private static func word(_ record: EntryRecord<ExemptionApprovalEntry>?, _ language: Language) -> String {
        switch record?.body.decision {
        case .approved: Bilingual(zh: "同意", en: "approved")(language)
        case .refused: Bilingual(zh: "不同意", en: "refused")(language)
        case nil: Bilingual(zh: "待审核", en: "waiting")(language)
        }
    }
}
