/// `sum of E for X in LIST where C skip-missing`.
struct SyntaxAggregate {
    let function: AggregateFunction
    /// Nil for `count`.
    let body: SyntaxExpression?
    let variables: [SyntaxVariable]
    let condition: SyntaxExpression?
    let skipsMissing: Bool
}
