/// A formula with what the checker knows about it.
struct CheckedExpression {
    let formula: Formula
    let type: ValueType
    /// Whether the value is the same for all readings.
    let isConstant: Bool

    /// Stands for something already reported.
    static let unknown = CheckedExpression(formula: .quantity(.zero, .none), type: .unknown, isConstant: false)
}
