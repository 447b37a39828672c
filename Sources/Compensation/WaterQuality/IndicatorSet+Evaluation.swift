/// The sets of items that classes are determined from.
extension IndicatorSet {
    /// pH, dissolved oxygen, permanganate index, ammonia nitrogen and total phosphorus: the fixed part of "5+X"
    /// (环办监测函〔2020〕714号), and what the published classes of automatic stations follow.
    public static let fiveItems = IndicatorSet([
        .pH, .dissolvedOxygen, .permanganateIndex, .ammoniaNitrogen, .totalPhosphorus,
    ])

    /// GB 3838-2002 table 1 without water temperature, total nitrogen and faecal coliforms (环办〔2011〕22号,
    /// 环办监测函〔2020〕82号).
    public static let twentyOneItems = IndicatorSet(
        Indicator.all.filter { ![.waterTemperature, .totalNitrogen, .faecalColiforms].contains($0) })

    /// "5+X" 评价 (环办监测函〔2020〕714号): the five items and every other of the twenty-one whose mean in any of
    /// the given stretches of time, such as last year and this year, exceeded class Ⅲ, or the target class of
    /// the section where that is stricter. In the order of table 1 after the five.
    public static func fivePlusX(
        _ stretches: [PeriodMeans], bodyType: BodyType, target: WaterClass = .iii
    ) -> IndicatorSet {
        let bar = min(target, .iii)
        let others = twentyOneItems.indicators.filter { indicator in
            !fiveItems.contains(indicator)
                && stretches.contains { means in
                    guard let value = means[indicator],
                        let limits = WaterQualityStandard.gb3838.limits(of: indicator, bodyType: bodyType)
                    else { return false }
                    return limits.waterClass(of: value) > bar
                }
        }
        return IndicatorSet(fiveItems.indicators + others)
    }
}
