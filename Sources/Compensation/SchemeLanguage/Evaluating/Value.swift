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

    var isMissing: Bool { if case .missing = self { true } else { false } }

    /// Whether a condition holds.
    var isTrue: Bool { if case .boolean(true) = self { true } else { false } }

    /// Whether a condition is known not to hold.
    var isFalse: Bool { if case .boolean(false) = self { true } else { false } }
}
