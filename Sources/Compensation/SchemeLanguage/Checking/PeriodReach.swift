/// Where a period certainly lies, from the nearest to the farthest.
enum PeriodReach: Comparable, Sendable {
    /// In the period settled.
    case settled
    /// Wholly in the validity.
    case valid
    /// At least in part in the validity.
    case overlapping
    case anywhere
}
