/// One step of the computation: a definition or a payment, with where it stands in the text.
struct Rule: Hashable, Sendable {
    struct Case: Hashable, Sendable {
        /// Nil for `otherwise`.
        let condition: Formula?
        let outcome: Outcome
    }

    struct Payment: Hashable, Sendable {
        let payer: PartyCode
        let payee: PartyCode
        let amount: Formula
    }

    enum Outcome: Hashable, Sendable {
        case nothing
        case payment(Payment)
    }

    enum Content: Hashable, Sendable {
        /// `requested`: for means, the indicators that later rules ask for, ordered by code.
        case definition(Formula, ValueType, requested: [Indicator])
        case payment([Case])
    }

    let name: String
    let label: String
    let content: Content
    let article: String
    let line: Int
    let source: String

    func with(_ content: Content) -> Rule {
        Rule(name: name, label: label, content: content, article: article, line: line, source: source)
    }
}
