import Compensation

/// Months of the 重庆 ladder: per section one reading of the five items, as a bulletin gives it, and the target.
enum LadderCases {
    static let indicators: [Indicator] = [
        .pH, .dissolvedOxygen, .permanganateIndex, .ammoniaNitrogen, .totalPhosphorus,
    ]
    private static let sections = [
        ("茨坝", "500118-ciba"), ("璧南河考核断面", "500120-binan-chujing"), ("临江河河口", "500116-linjiang-hekou"),
        ("涪江入境", "500152-fujiang-rujing"),
    ]
    private static let targets = ["Ⅱ", "Ⅲ", "Ⅳ"]

    static func make(_ count: Int, sections wanted: Int) throws -> [Case] {
        var chance = Chance()
        return try (0..<count).map { _ in
            try Case(
                try sections.prefix(wanted).map { name, identifier in
                    let items = FiveItems(&chance)
                    let target = targets[chance.thousandths(0...2)]
                    return try Case(
                        section: identifier, period: "2023-04", days: ["2023-04-10"],
                        supplied: [SuppliedValue(name: "考核目标", arguments: [name], value: target)],
                        values: { _ in Array(zip(indicators, items.inOrder)) })
                })
        }
    }
}
