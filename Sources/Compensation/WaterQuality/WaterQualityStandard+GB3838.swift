extension WaterQualityStandard {
    /// GB 3838-2002 《地表水环境质量标准》 table 1, the five items evaluated everywhere. mg/L except pH.
    ///
    /// Dissolved oxygen of class Ⅰ is 7.5 mg/L; the alternative of 90 % saturation is not used in the
    /// published classes.
    public static let gb3838 = WaterQualityStandard(
        code: "GB 3838-2002",
        river: commonLimits + [
            atMost(.totalPhosphorus, [2, 10, 20, 30, 40], decimals: 2)
        ],
        lake: commonLimits + [
            atMost(.totalPhosphorus, [10, 25, 50, 100, 200], decimals: 3)
        ])

    private static let commonLimits: [IndicatorLimits] = [
        IndicatorLimits(indicator: .pH, requirement: .within(Rational(6)...Rational(9))),
        IndicatorLimits(
            indicator: .dissolvedOxygen,
            requirement: .atLeast([75, 60, 50, 30, 20].map { Rational($0, decimals: 1) })),
        atMost(.permanganateIndex, [2, 4, 6, 10, 15], decimals: 0),
        atMost(.ammoniaNitrogen, [15, 50, 100, 150, 200], decimals: 2),
    ]

    private static func atMost(_ indicator: Indicator, _ limits: [Int], decimals: Int) -> IndicatorLimits {
        IndicatorLimits(
            indicator: indicator, requirement: .atMost(limits.map { Rational($0, decimals: decimals) }))
    }
}
