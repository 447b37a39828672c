/// The limits of one body type, found by indicator without comparing texts.
struct LimitTable: Hashable, Sendable {
    /// Ordered by indicator code, one per indicator.
    let limits: [IndicatorLimits]
    /// For each rank of an indicator the place of its limits; negative where it has none.
    private let places: [Int]

    /// Of limits of the same indicator the first counts.
    init(_ limits: [IndicatorLimits]) {
        var kept: [IndicatorLimits] = []
        for entry in limits where !kept.contains(where: { $0.indicator == entry.indicator }) {
            kept.append(entry)
        }
        kept.sort { $0.indicator < $1.indicator }
        var places = [Int](repeating: -1, count: TableOneCodes.sorted.count)
        for (place, entry) in kept.enumerated() where entry.indicator.rank >= 0 {
            places[entry.indicator.rank] = place
        }
        self.limits = kept
        self.places = places
    }

    subscript(indicator: Indicator) -> IndicatorLimits? {
        if indicator.rank >= 0 {
            let place = places[indicator.rank]
            return place >= 0 ? limits[place] : nil
        }
        return limits.first { $0.indicator == indicator }
    }
}
