import Compensation
import Federation

/// One supplied value: what is agreed, and what each party says.
enum FactWording {
    static func json(_ fact: Fact) -> JSONValue {
        .members([
            ("name", .string(fact.name.name)), ("arguments", .array(fact.name.arguments.map { .string($0) })),
            ("agreed", fact.agreed.map { .string($0) }), ("open", .bool(fact.isOpen)),
            (
                "stated",
                .array(
                    fact.latest.map { word in
                        .members([
                            ("party", .string(word.party.text)), ("value", .string(word.value)),
                            ("place", .string(word.place.text)), ("statement", .string(word.statement.text)),
                        ])
                    })
            ),
        ])
    }

    static func text(_ fact: Fact, _ name: (PartyCode, Language) -> String, _ language: Language) -> String {
        let said = fact.latest.map { "\(name($0.party, language)) \($0.value) [\($0.statement.text)]" }
        let agreed = fact.agreed ?? Bilingual(zh: "尚未一致", en: "not agreed")(language)
        let text = "\(fact.name.text) = \(agreed)"
        return TerminalText.visible(
            fact.isOpen ? text + Punctuation.aside(Punctuation.list(said, language), language) : text)
    }
}
