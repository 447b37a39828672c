/// The periods that the agreement covers, both ends included. It may begin before the signatures:
/// agreements are often signed for years already past.
public struct SchemeValidity: Hashable, Sendable {
    public let from: Period
    public let to: Period
    /// How many years an agreement under the scheme must be valid; nil where the text does not say.
    public let leastYears: Int?

    init(from: Period, to: Period, leastYears: Int? = nil) {
        self.from = from
        self.to = to
        self.leastYears = leastYears
    }

    /// Whether at least a part of the period is covered.
    public func overlaps(_ period: Period) -> Bool {
        from.start < period.end && period.start < to.end
    }

    public func contains(_ period: Period) -> Bool {
        from.start <= period.start && period.end <= to.end
    }
}
