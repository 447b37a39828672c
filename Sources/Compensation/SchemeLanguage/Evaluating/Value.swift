/// The result of a formula.
enum Value: Hashable, Sendable {
    /// In base units; the type says which.
    case quantity(Rational)
    case waterClass(WaterClass)
    case boolean(Bool)
    case means(Means)
    case member(Member)
    case time(Period)
    /// No data to compute it from. Never a zero.
    case missing
}
