/// `mean of readings at SECTION in T where status is normal below-limit as half`.
struct SyntaxStatistic {
    let function: ReadingsFunction
    let section: SyntaxReference
    /// Nil for the period settled.
    let time: SyntaxExpression?
    let statuses: [ReadingStatus]
    let belowLimit: BelowLimitRule
}
