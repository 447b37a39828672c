extension WaterQualityStandard {
    /// GB 3838-2002 《地表水环境质量标准》 table 1, in mg/L except pH and faecal coliforms (per litre).
    ///
    /// Water temperature has no classes, total nitrogen only for lakes and reservoirs. Classes are made up of
    /// twenty-one items (环办〔2011〕22号): total nitrogen and faecal coliforms are classed only where they are
    /// asked for. Dissolved oxygen of class Ⅰ is 7.5 mg/L; the alternative of 90 % saturation is not used in
    /// the published classes.
    public static let gb3838 = WaterQualityStandard(
        code: "GB 3838-2002",
        river: commonLimits + [
            atMost(.totalPhosphorus, [2, 10, 20, 30, 40], decimals: 2)
        ],
        lake: commonLimits + [
            atMost(.totalPhosphorus, [10, 25, 50, 100, 200], decimals: 3),
            atMost(.totalNitrogen, [2, 5, 10, 15, 20], decimals: 1),
        ],
        evaluated: .twentyOneItems)

    private static let commonLimits: [IndicatorLimits] = [
        IndicatorLimits(.pH, .within(Rational(6)...Rational(9))),
        IndicatorLimits(
            .dissolvedOxygen, .atLeast([75, 60, 50, 30, 20].map { Rational($0, decimals: 1) })),
        atMost(.permanganateIndex, [2, 4, 6, 10, 15], decimals: 0),
        atMost(.chemicalOxygenDemand, [15, 15, 20, 30, 40], decimals: 0),
        atMost(.biochemicalOxygenDemand, [3, 3, 4, 6, 10], decimals: 0),
        atMost(.ammoniaNitrogen, [15, 50, 100, 150, 200], decimals: 2),
        atMost(.copper, [1, 100, 100, 100, 100], decimals: 2),
        atMost(.zinc, [5, 100, 100, 200, 200], decimals: 2),
        atMost(.fluoride, [10, 10, 10, 15, 15], decimals: 1),
        atMost(.selenium, [1, 1, 1, 2, 2], decimals: 2),
        atMost(.arsenic, [5, 5, 5, 10, 10], decimals: 2),
        atMost(.mercury, [5, 5, 10, 100, 100], decimals: 5),
        atMost(.cadmium, [1, 5, 5, 5, 10], decimals: 3),
        atMost(.hexavalentChromium, [1, 5, 5, 5, 10], decimals: 2),
        atMost(.lead, [1, 1, 5, 5, 10], decimals: 2),
        atMost(.cyanide, [5, 50, 200, 200, 200], decimals: 3),
        atMost(.volatilePhenols, [2, 2, 5, 10, 100], decimals: 3),
        atMost(.petroleum, [5, 5, 5, 50, 100], decimals: 2),
        atMost(.anionicSurfactants, [2, 2, 2, 3, 3], decimals: 1),
        atMost(.sulfide, [5, 10, 20, 50, 100], decimals: 2),
        atMost(.faecalColiforms, [200, 2_000, 10_000, 20_000, 40_000], decimals: 0),
    ]

    private static func atMost(_ indicator: Indicator, _ limits: [Int], decimals: Int) -> IndicatorLimits {
        IndicatorLimits(indicator, .atMost(limits.map { Rational($0, decimals: decimals) }))
    }
}
