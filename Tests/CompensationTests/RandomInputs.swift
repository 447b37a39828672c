import Compensation
import TestSupport

/// Periods, readings and supplied values that a scheme might be given, sensible ones and others.
struct RandomInputs {
    private static let numbers = [
        "0", "0.01", "0.5", "1", "2.5", "7.4", "12", "100", "0.000000000000000001", "999999999999999999", "-3",
        "<0.025", "0.01L", "<4",
    ]

    private let scheme: Scheme
    private var generator: SeededGenerator

    init(_ scheme: Scheme, seed: UInt64) {
        self.scheme = scheme
        generator = SeededGenerator(seed: seed)
    }

    /// One in the validity, its two ends, the one before it, and one of another kind.
    mutating func periods() -> [Period] {
        let (first, last) = (scheme.validity.from, scheme.validity.to)
        let days = first.start.minutesSinceEpoch..<last.end.minutesSinceEpoch
        let instants = [
            first.start.minutesSinceEpoch, last.end.minutesSinceEpoch - 1, first.start.minutesSinceEpoch - 1,
            Int64.random(in: days, using: &generator),
        ]
        return instants.compactMap { CivilTime(minutesSinceEpoch: $0) }.compactMap { time in
            Period(String(time.text.prefix(10)))?.containing(scheme.periodKind)
        } + [Period.month(year: 2021, month: 4)].compactMap { $0 }
    }

    mutating func readings(in period: Period) -> [Reading] {
        let minutes = period.end.minutesSinceEpoch - period.start.minutesSinceEpoch
        let indicators = Indicator.all + scheme.ownIndicators
        return (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
            guard let section = scheme.sections.randomElement(using: &generator) else { return nil }
            // Seldom twice at one time, sometimes in the year before.
            let step = Int64.random(in: 0..<40, using: &generator)
            let earlier: Int64 = Int.random(in: 0..<5, using: &generator) == 0 ? 525_600 : 0
            guard
                let time = CivilTime(
                    minutesSinceEpoch: period.start.minutesSinceEpoch + step * (minutes / 40) - earlier)
            else { return nil }
            let isComplete = Bool.random(using: &generator)
            let values = indicators.compactMap { indicator -> IndicatorValue? in
                guard isComplete || Bool.random(using: &generator) else { return nil }
                return Self.numbers.randomElement(using: &generator).flatMap { MeasuredValue($0) }
                    .map { IndicatorValue(indicator, $0) }
            }
            let status =
                Bool.random(using: &generator) ? .normal : ReadingStatus.allCases.randomElement(using: &generator)
            return Reading(section: section.id, time: time, status: status ?? .normal, values: values)
        }
    }

    /// Mostly a fitting value for each parameter and fact and each of its arguments, but not always.
    mutating func supplied(in period: Period) -> [SuppliedValue] {
        let outline = scheme.outline
        var found: [SuppliedValue] = []
        for open in outline.parameters + outline.facts {
            guard let rule = outline.rules.first(where: { $0.line == open.line }) else { continue }
            let lists = domains(rule.source, in: period)
            var combinations: [[String]] = [[]]
            for list in lists { combinations = combinations.flatMap { front in list.map { front + [$0] } } }
            for arguments in combinations.prefix(60) where Int.random(in: 0..<100, using: &generator) > 0 {
                found.append(SuppliedValue(name: open.name, arguments: arguments, value: value(open.unit)))
            }
        }
        if Int.random(in: 0..<20, using: &generator) == 0, let twice = found.randomElement(using: &generator) {
            found.append(twice)
        }
        return found
    }

    private mutating func value(_ unit: String) -> String {
        if Int.random(in: 0..<200, using: &generator) == 0 { return "1 mg/L" }
        switch unit {
        case "class": return ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"].randomElement(using: &generator) ?? "Ⅲ"
        case "condition": return Bool.random(using: &generator) ? "yes" : "no"
        default:
            let number = Self.numbers.filter { $0.allSatisfy { $0 != "<" && $0 != "L" } }
                .randomElement(using: &generator)
            return unit.isEmpty ? number ?? "1" : "\(number ?? "1") \(unit)"
        }
    }

    /// What the lists behind `for` hold, as far as a reader of the text can tell.
    private func domains(_ rule: String, in period: Period) -> [[String]] {
        rule.matches(of: #/ in (months of period|[^,:\s]+)/#).map { match in
            if match.1 == "months of period" { return period.periods(of: .month).map(\.text) }
            let line = scheme.source.split(separator: "\n").first { $0.hasPrefix("list \(match.1) ") }
            return (line?.split(separator: "=").last ?? "").split(separator: ",").map {
                String($0.drop { $0 == " " })
            }
        }
    }
}
