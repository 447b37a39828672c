import Compensation

/// Years of the 新安江 index: twelve monthly readings of the four items, and the base of each.
enum IndexCases {
    static let indicators: [Indicator] = [
        .permanganateIndex, .ammoniaNitrogen, .totalPhosphorus, .totalNitrogen,
    ]
    private static let bases = ["1.99", "0.11", "0.031", "1.12"]

    static func make(_ count: Int) throws -> [Case] {
        var chance = Chance()
        let supplied = zip(indicators, bases).map { indicator, base in
            SuppliedValue(name: "基准浓度", arguments: [indicator.symbol], value: "\(base) mg/L")
        }
        return try (0..<count).map { _ in
            try Case(
                section: "340000-jiekou", period: "2019",
                days: (1...12).map { "2019-\($0 < 10 ? "0" : "")\($0)-08" }, supplied: supplied,
                values: { _ in
                    Array(
                        zip(
                            indicators,
                            [
                                chance.thousandths(1_400...2_700), chance.thousandths(60...170),
                                chance.thousandths(15...50), chance.thousandths(800...1_500),
                            ]))
                })
        }
    }
}
