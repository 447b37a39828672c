import Compensation

/// The rule of the 重庆 ladder for one section, written in Swift: the same readings, exact fractions and limits, no
/// scheme.
struct HandWrittenLadder {
    private let classifier = Classifier(
        indicators: IndicatorSet.twentyOneItems.indicators, bodyType: .river)
    private let one = Fen(100_000_000)
    private let two = Fen(200_000_000)

    /// Fen that the upstream district pays, negative where it receives.
    func settle(_ section: SectionID, _ period: Period, _ readings: [Reading], target: WaterClass) -> Int {
        guard let found = monthClass(section, period, readings), found != target else { return 0 }
        let steps = found.rawValue - target.rawValue
        let amount = Int((abs(steps) <= 1 ? one : two).count)
        if steps > 0 { return amount }
        return found <= .iii ? -amount : 0
    }

    private func monthClass(_ section: SectionID, _ period: Period, _ readings: [Reading]) -> WaterClass? {
        var sums = [Rational](repeating: .zero, count: classifier.indicators.count)
        var counts = [Int](repeating: 0, count: classifier.indicators.count)
        for reading in readings
        where reading.status == .normal && reading.section == section && period.contains(reading.time) {
            for entry in reading.values {
                guard let place = classifier.indicators.firstIndex(of: entry.indicator) else { continue }
                sums[place] = sums[place] + entry.value.inMeans
                counts[place] += 1
            }
        }
        var worst: WaterClass?
        for place in sums.indices where counts[place] > 0 {
            guard let mean = sums[place] / Rational(counts[place]),
                let found = classifier.waterClass(of: mean, at: place)
            else { continue }
            worst = max(worst ?? found, found)
        }
        return worst
    }
}
