import Compensation

/// The rule of the 新安江 index, written in Swift: the same readings and exact fractions, no scheme.
struct HandWrittenIndex {
    private let weights: [Rational]
    private let coefficient: Rational

    init() throws {
        weights = try ["0.22", "0.22", "0.28", "0.28"].map(Self.number)
        coefficient = try Self.number("0.90")
    }

    static func number(_ text: String) throws -> Rational {
        guard let number = ExactDecimal(text) else { throw Case.Malformed() }
        return number.rational
    }

    /// Fen that Anhui pays, negative where it receives; 0 while data are missing.
    func settle(_ section: SectionID, _ period: Period, _ readings: [Reading], bases: [Rational]) -> Int {
        var sums = [Rational](repeating: .zero, count: weights.count)
        var counts = [Int](repeating: 0, count: weights.count)
        for reading in readings
        where reading.status == .normal && reading.section == section && period.contains(reading.time) {
            for entry in reading.values {
                guard let place = IndexCases.indicators.firstIndex(of: entry.indicator) else { continue }
                sums[place] = sums[place] + entry.value.inMeans
                counts[place] += 1
            }
        }
        var index = Rational.zero
        for place in weights.indices {
            guard let mean = sums[place] / Rational(counts[place]), let term = weights[place] * mean / bases[place]
            else { return 0 }
            index = index + term
        }
        return coefficient * index <= .one ? -20_000_000_000 : 20_000_000_000
    }
}
