import Compensation

/// One value of a series.
struct SeriesPoint {
    let time: CivilTime
    /// As recorded; `nil` where nothing was measured or the value does not count: a gap.
    let value: Rational?
    /// What a person reads of it: `0.12 mg/L`, or why there is none.
    let label: String
}
