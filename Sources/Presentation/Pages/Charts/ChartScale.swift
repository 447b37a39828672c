import Compensation

/// From values to places on a chart, in whole numbers: from zero to a round number above the largest value.
struct ChartScale {
    struct Tick {
        let value: Rational
        let label: String
    }

    let ticks: [Tick]
    private let top: Rational
    private let height: Int

    /// - Parameter height: of the chart's field, in its own units.
    init(values: [Rational], height: Int) {
        self.height = height
        let largest = values.max() ?? .zero
        let step = Self.step(for: largest)
        var ticks = [Tick(value: .zero, label: "0")]
        while let last = ticks.last, last.value < largest || ticks.count < 2 {
            let value = last.value + step
            ticks.append(Tick(value: value, label: value.text))
        }
        self.ticks = ticks
        top = ticks.last?.value ?? .one
    }

    /// How far above the zero line, rounded down.
    func place(of value: Rational) -> Int {
        guard let share = value / top else { return 0 }
        return Int((share * Rational(height)).rounded(decimals: 0, rule: .down)) ?? 0
    }

    /// 1, 2 or 5 times a power of ten, so that there are at most five steps.
    private static func step(for largest: Rational) -> Rational {
        guard !largest.isZero, !largest.isNegative else { return .one }
        let five = Rational(5)
        var power = Rational.one
        let ten = Rational(10)
        while power * five < largest { power = power * ten }
        while let smaller = power / ten, smaller * five >= largest { power = smaller }
        for factor in [2, 5] {
            if let step = power * Rational(factor) / ten, step * five >= largest { return step }
        }
        return power
    }
}
