/// A formula with what the checker knows about it.
struct CheckedExpression {
    let formula: Formula
    let type: ValueType
    var traits: Traits

    var canBeMissing: Bool { traits.cause != nil }

    /// Stands for something already reported.
    static let unknown = CheckedExpression(formula: .quantity(.zero, .none), type: .unknown, traits: .variable)
}
