extension PeriodKind {
    /// The period of this kind that `time` lies in; nil outside the years a period can have.
    public func period(containing time: CivilTime) -> Period? {
        switch self {
        case .month: Period(String(time.text.prefix(7)))
        }
    }
}
