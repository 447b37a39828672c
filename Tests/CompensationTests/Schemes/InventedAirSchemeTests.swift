import Compensation
import Testing

/// An agreement on air and forests that exists nowhere: micrograms per cubic metre and trees are units of its own,
/// cities gain by the microgram against the same month of the year before, all together zero.
@Suite struct InventedAirSchemeTests {
    private static let text = """
        # 空气与林地 Air and forests, invented

        ```tongzhou
        scheme air-and-forests
        title "空气与林地补偿" "Air and forests"
        party 省 "province" = 130000
        party 甲市 "city A" = 130100
        party 乙市 "city B" = 130200
        party 丙市 "city C" = 130300
        unit 微克每立方 "µg/m³"
        unit 株 "tree"
        indicator 细颗粒物 "PM2.5" = pm25 微克每立方 0 at-most 15, 35, 50, 75, 115
        section 甲站 "station A" = 130100-a river
        section 乙站 "station B" = 130200-b river
        section 丙站 "station C" = 130300-c river
        list 各市 "cities" = 甲市, 乙市, 丙市
        table 站点 "station" for 市 in 各市
          甲市: 甲站
          乙市: 乙站
          丙市: 丙站
        period month
        valid from 2024-01 to 2025-12
        let 单价 "price" = 20 万元/微克每立方
        let 均值 "means" for 市 in 各市, 月 in months of period =
          mean of readings at 站点(市) in 月 where status is normal
        let 浓度 "concentration" for 市 in 各市, 月 in months of period = 细颗粒物 of 均值(市, 月)
        let 等级 "grade" for 市 in 各市 = class of 均值(市, period) by 细颗粒物
        let 改善额 "for improving" for 市 in 各市 =
          max(min((浓度(市, period back 1 year) - 浓度(市, period)) * 单价, 500 万元), -500 万元)
        let 齐全 "complete" = all of (not missing 改善额(市)) for 市 in 各市
        let 平均额 "mean" = mean of (改善额(市) if-missing 0 万元) for 市 in 各市
        let 结算额 "amount" for 市 in 各市 =
          apportion (改善额(某市) if-missing 0 万元) - 平均额 for 某市 in 各市 at 市 to 0.01 元 remainder to largest
        pay 空气结算 "air"
          when not 齐全: nothing
          otherwise: balance 结算额
        fact 新增林地 "new forest" for 市 in 各市: km² otherwise 0 km²
        fact 植树 "trees planted" for 市 in 各市: 株 otherwise 0 株
        fact 覆盖率 "cover" for 市 in 各市: number otherwise 0
        fact 上年覆盖率 "cover of the year before" for 市 in 各市: number otherwise 0
        let 百分点 "percentage points" for 市 in 各市 = max((覆盖率(市) - 上年覆盖率(市)) * 100, 0)
        pay 林地补偿 "forests" for 市 in 各市
          otherwise: 省 pays 市 新增林地(市) * 3 万元/km² + 植树(市) * 12 元/株 + 百分点(市) * 50 万元
        ```
        """

    private func transfers(_ now: [String], _ lines: [String] = []) throws -> [String] {
        let stations = ["130100-a", "130200-b", "130300-c"]
        let before = try zip(stations, ["60", "80", "55"]).map {
            try SchemeLibrary.means($0, "2023-11", "pm25 \($1)")
        }
        let after = try zip(stations, now).map { try SchemeLibrary.means($0, "2024-11", "pm25 \($1)") }
        return try SchemeLibrary.settled(
            SchemeLibrary.load(text: Self.text), "2024-11", readings: before + after, supplied: lines
        ).transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedYuan)" }
    }

    /// +10, −5, +5 micrograms: 200, −100, 100 万元, less the mean 200/3. Each loses a third of a fen in rounding
    /// down; the fen lacking goes to the first.
    @Test func theCitiesSumToZero() throws {
        #expect(
            try transfers(["50", "85", "50"]) == ["130200 → 130100: 1,333,333.34", "130200 → 130300: 333,333.33"])
    }

    /// −40 micrograms are worth no more than −500: with 0 and 0 the mean is −500/3. Each loses two thirds of a fen
    /// in rounding down; the two fen lacking go to the first and the second.
    @Test func oneCitysAmountIsLimited() throws {
        #expect(
            try transfers(["100", "80", "55"]) == ["130100 → 130200: 1,666,666.67", "130100 → 130300: 1,666,666.66"])
    }

    @Test func withoutOneStationNothingIsPaid() throws {
        #expect(try transfers(["50", "85"]) == [])
    }

    /// 2.5 km² × 3, 120 000 trees × 12 yuan, 41.3 − 40.1 percentage points × 50: 7.5 + 144 + 60 = 211.5 万元.
    @Test func forestsTreesAndPercentagePoints() throws {
        let lines = ["新增林地(乙市) = 2.5 km²", "植树(乙市) = 120000 株", "覆盖率(乙市) = 41.3 %", "上年覆盖率(乙市) = 40.1 %"]
        #expect(try transfers(["60", "80"], lines) == ["130000 → 130200: 2,115,000.00"])
    }
}
