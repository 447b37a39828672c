/// What one section 断面 reported at one time.
public struct Reading: Hashable, Sendable {
    public let section: SectionID
    public let time: CivilTime
    public let status: ReadingStatus
    /// Ordered by indicator code, one per indicator. What was not measured is absent, never zero.
    public let values: [IndicatorValue]

    /// Nil where an indicator appears twice.
    public init?(section: SectionID, time: CivilTime, status: ReadingStatus, values: [IndicatorValue]) {
        let sorted = values.sorted { $0.indicator < $1.indicator }
        for (value, next) in zip(sorted, sorted.dropFirst()) where value.indicator == next.indicator {
            return nil
        }
        self.section = section
        self.time = time
        self.status = status
        self.values = sorted
    }

    /// The value as reported; nil where the indicator was not measured.
    public func value(of indicator: Indicator) -> MeasuredValue? {
        values.first { $0.indicator == indicator }?.value
    }
}
