/// The arithmetic means of what a section showed over a stretch of time, unrounded.
public struct PeriodMeans: Hashable, Sendable {
    public struct Mean: Hashable, Sendable {
        public let indicator: Indicator
        /// In the unit of the indicator.
        public let value: Rational
        /// How many values went into it.
        public let count: Int
    }

    /// Ordered by indicator code; what was never measured is absent.
    public let means: [Mean]

    /// Of the readings with one of the statuses. A value below its detection limit enters as half the limit.
    public init(of readings: [Reading], statuses: [ReadingStatus] = [.normal]) {
        self.init(of: readings.filter { statuses.contains($0.status) }.map(\.values))
    }

    /// Of what was measured each time. A value below its detection limit enters as half the limit.
    public init(of measurements: [[IndicatorValue]]) {
        var sums: [Mean] = []
        for value in measurements.joined() {
            Self.add(value.value.inMeans, of: value.indicator, to: &sums)
        }
        means = Self.divided(sums)
    }

    /// Of means that count alike, whatever went into each: the mean of a year from those of its months
    /// (环办〔2011〕22号), or of a river from those of its sections.
    public init(averaging parts: [PeriodMeans]) {
        var sums: [Mean] = []
        for mean in parts.flatMap(\.means) {
            Self.add(mean.value, of: mean.indicator, to: &sums)
        }
        means = Self.divided(sums)
    }

    /// Nil where the indicator was never measured.
    public subscript(indicator: Indicator) -> Rational? {
        means.first { $0.indicator == indicator }?.value
    }

    private static func add(_ value: Rational, of indicator: Indicator, to sums: inout [Mean]) {
        if let place = sums.firstIndex(where: { $0.indicator == indicator }) {
            sums[place] = Mean(
                indicator: indicator, value: sums[place].value + value, count: sums[place].count + 1)
        } else {
            sums.append(Mean(indicator: indicator, value: value, count: 1))
        }
    }

    private static func divided(_ sums: [Mean]) -> [Mean] {
        sums.sorted { $0.indicator < $1.indicator }.map { sum in
            Mean(
                indicator: sum.indicator, value: (sum.value / Rational(sum.count)) ?? sum.value, count: sum.count)
        }
    }
}
