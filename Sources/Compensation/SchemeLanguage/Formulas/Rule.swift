/// One step of the computation: a definition, a supplied value, a requirement or a payment, with where it
/// stands in the text.
struct Rule: Sendable {
    struct Case: Sendable {
        /// Nil for `otherwise`.
        let condition: Formula?
        let outcome: Outcome
    }

    enum Outcome: Sendable {
        case nothing
        /// A value per member of a list of parties.
        case balance(Formula.Reference, [Member])
        case payment(payer: Formula, payee: Formula, amount: Formula)
    }

    // Indirect, so that looking at one copies a single reference.
    indirect enum Content: Sendable {
        case definition(Formula)
        /// A set of means: the indicators that later rules ask for, by place, ordered by code.
        case means(Formula.Statistic, requested: [Int])
        case table([TableCell], otherwise: Formula?)
        case supplied(default: Formula?, isParameter: Bool)
        case requirement(Formula, Bilingual)
        case payment([Case])
    }

    let name: String
    let label: String
    let variables: [Variable]
    let type: ValueType
    /// The unit in which the value is shown.
    let unit: Unit
    var content: Content
    let article: String
    let line: Int
    let source: String
    /// The names of parameters and unverified numbers that the value rests on, in the order of the text.
    let restsOn: [String]
    /// The value, or that the requirement holds, where nothing but the text decides.
    let constant: Value?
}
