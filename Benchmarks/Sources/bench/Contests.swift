import Compensation
import Contest

/// What is compared with what.
enum Contests {
    /// Five items, prepared in memory, one class each.
    static func classification() -> Contest {
        var chance = Chance()
        let rows = (0..<1024).map { _ in FiveItems(&chance) }
        let values = rows.map { row in
            row.inOrder.map { thousandths -> Rational? in Rational(thousandths) / Rational(1000) }
        }
        let classifier = Classifier(indicators: LadderCases.indicators, bodyType: .river)
        return Contest(
            title: "classification of five items",
            contestants: [
                Contestant(name: "by hand, whole thousandths") { count in
                    (0..<count).reduce(0) { $0 + HandWrittenClass.of(rows[$1 & 1023]) }
                },
                Contestant(name: "Classifier, exact fractions") { count in
                    (0..<count).reduce(0) { $0 + (classifier.waterClass(of: values[$1 & 1023])?.rawValue ?? 0) }
                },
            ])
    }

    static func ladder(_ scheme: Scheme, _ cases: [Case], sections: Int) throws -> Contest {
        let targets = try cases.map { example in
            try example.supplied.map { supplied in
                guard let target = WaterClass(symbol: supplied.value) else { throw Case.Malformed() }
                return target
            }
        }
        let rule = HandWrittenLadder()
        let identifiers = cases.first?.readings.map(\.section) ?? []
        return Contest(
            title: "重庆-2023, one month, \(sections == 1 ? "one section" : "\(sections) sections")",
            contestants: [
                Contestant(name: "by hand, exact fractions") { count in
                    (0..<count).reduce(0) { sum, turn in
                        let place = turn % cases.count
                        let example = cases[place]
                        return identifiers.indices.reduce(sum) {
                            $0
                                + abs(
                                    rule.settle(
                                        identifiers[$1], example.period, example.readings, target: targets[place][$1]))
                        }
                    }
                }
            ] + settling(scheme, cases))
    }

    static func index(_ scheme: Scheme, _ cases: [Case]) throws -> Contest {
        let rule = try HandWrittenIndex()
        let bases =
            try cases.first?.supplied.map {
                try HandWrittenIndex.number($0.value.split(separator: " ").first.map(String.init) ?? "")
            } ?? []
        return Contest(
            title: "新安江, third round, one year of twelve readings",
            contestants: [
                Contestant(name: "by hand, exact fractions") { count in
                    (0..<count).reduce(0) { sum, turn in
                        let example = cases[turn % cases.count]
                        return sum + abs(rule.settle(example.section, example.period, example.readings, bases: bases))
                    }
                }
            ] + settling(scheme, cases))
    }

    private static func settling(_ scheme: Scheme, _ cases: [Case]) -> [Contestant] {
        [("scheme, without steps", false), ("scheme, with steps", true)].map { name, tracing in
            Contestant(name: name) { count in
                try (0..<count).reduce(0) { sum, turn in
                    let example = cases[turn % cases.count]
                    let outcome = scheme.settle(
                        period: example.period, readings: example.readings, supplied: example.supplied, tracing: tracing
                    )
                    guard case .settled(let settlement) = outcome else { throw Case.Malformed() }
                    return settlement.transfers.reduce(sum) { $0 + Int($1.amount.count) }
                }
            }
        }
    }
}
