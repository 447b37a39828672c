import Compensation

/// A list of facts: what, and its value.
struct FactSheet {
    private var rows: [(name: Bilingual, value: Markup)] = []

    mutating func add(_ zh: String, _ en: String, _ value: Markup) {
        rows.append((Bilingual(zh: zh, en: en), value))
    }

    mutating func add(_ zh: String, _ en: String, _ value: String) { add(zh, en, Markup(value)) }

    func markup(_ language: Language) -> Markup {
        .element(.dl) {
            rows.map { row in
                Markup.joined([
                    .element(.dt) { row.name(language) }, .element(.dd) { row.value },
                ])
            }
        }
    }
}
