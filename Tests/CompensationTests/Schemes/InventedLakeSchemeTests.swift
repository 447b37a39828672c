import Compensation
import Testing

/// A lake agreement that exists nowhere: by the quarter, an indicator of its own, price × tonnes of four rivers
/// shared by the month's volumes, doubled from the third failing month in a row, with a floor and a yearly cap.
@Suite struct InventedLakeSchemeTests {
    private static let text = """
        # 云湖 An invented lake

        ```tongzhou
        scheme yunhu
        title "云湖入湖河流补偿" "Rivers into the Yunhu lake"
        party 湖区管委会 "lake authority" = 530100
        party 东县 "East county" = 530181
        party 南县 "South county" = 530182
        party 西县 "West county" = 530183
        party 北县 "North county" = 530184
        section 湖心 "lake centre" = 530100-huxin lake
        section 东河 "East river" = 530181-donghe river
        section 南河 "South river" = 530182-nanhe river
        section 西河 "West river" = 530183-xihe river
        section 北河 "North river" = 530184-beihe river
        list 河流 "rivers" = 东河, 南河, 西河, 北河
        table 所属县 "county" for 河 in 河流
          东河: 东县
          南河: 南县
          西河: 西县
          北河: 北县
        period quarter
        valid from 2023-01 to 2026-12
        indicator 叶绿素 "chlorophyll-a" = chla mg/L 4 at-most 0.002, 0.004, 0.01, 0.03, 0.06
        let 目标浓度 "target" = 0.1 mg/L
        let 单价 "price" = 200 万元/t
        let 起付额 "floor" = 40 万元
        let 年度上限 "cap of the year" = 100 万元
        fact 水量 "volume" for 河 in 河流, 月 in months of period: 万m³ otherwise 0 万m³
        let 湖均值 "means of the lake" for 月 in months of period = mean of readings at 湖心 in 月 where status is normal
        let 河均值 "means of a river" for 河 in 河流, 月 in months of period =
          mean of readings at 河 in 月 where status is normal
        let 湖类别 "class of the lake" for 月 in months of period = class of 湖均值(月) by TP, 叶绿素
        let 未达标 "failed" for 月 in months of period = (湖类别(月) > Ⅲ) if-missing no
        let 连续未达标 "third in a row" for 月 in months of period =
          未达标(月) and 未达标(月 back 1 month) and 未达标(月 back 2 months)
        let 超标量 "tonnes over" for 河 in 河流, 月 in months of period =
          (max((TP of 河均值(河, 月)) - 目标浓度, 0 mg/L) * 水量(河, 月)) if-missing 0 t
        let 月总额 "of the month" for 月 in months of period =
          when not 未达标(月): 0 万元
          when 连续未达标(月): 2 * 单价 * (sum of 超标量(河, 月) for 河 in 河流)
          otherwise: 单价 * (sum of 超标量(河, 月) for 河 in 河流)
        let 总水量 "volumes together" for 月 in months of period = sum of 水量(河, 月) for 河 in 河流
        let 月分担 "share of the month" for 河 in 河流, 月 in months of period =
          when 总水量(月) = 0 万m³: 0 万元
          otherwise: apportion (round 月总额(月) to 0.01 元 by half-even) * 水量(各河, 月) / 总水量(月)
            for 各河 in 河流 at 河 to 0.01 元 remainder to largest
        let 季应付 "due for a quarter" for 河 in 河流, 季 in quarters of period =
          sum of 月分担(河, 月) for 月 in months of 季
        let 季计入 "counted for a quarter" for 河 in 河流, 季 in quarters of period =
          when 季应付(河, 季) < 起付额: 0 万元
          otherwise: 季应付(河, 季)
        let 年内累计 "of the year up to now" for 河 in 河流 =
          sum of 季计入(河, 季) for 季 in quarters of year of period where 季 <= period
        let 以前累计 "of the year before this quarter" for 河 in 河流 =
          sum of 季计入(河, 季) for 季 in quarters of year of period where 季 < period
        pay 季度补偿 "for the quarter" for 河 in 河流
          otherwise: 所属县(河) pays 湖区管委会 min(年内累计(河), 年度上限) - min(以前累计(河), 年度上限)
        ```
        """

    /// April: 0.5 t, 100 万元, shared 1000 : 500 : 300 : 200. May: 0.2 + 0.2 t, 80, shared alike. June, the third
    /// failing month: 0.3 t, 120, shared 900 : 600 : 300 : 300.
    private func readings(lake: [String]) throws -> [Reading] {
        try zip(["04", "05", "06"], lake).map {
            try SchemeLibrary.means("530100-huxin", "2024-\($0)", $1)
        } + [
            SchemeLibrary.means("530181-donghe", "2024-04", "tp 0.15"),
            SchemeLibrary.means("530181-donghe", "2024-05", "tp 0.12"),
            SchemeLibrary.means("530182-nanhe", "2024-05", "tp 0.14"),
            SchemeLibrary.means("530184-beihe", "2024-06", "tp 0.2"),
        ]
    }

    private var volumes: [String] {
        let rivers = ["东河", "南河", "西河", "北河"]
        return ["2024-04", "2024-05"].flatMap { month in
            zip(rivers, [1000, 500, 300, 200]).map { "水量(\($0), \(month)) = \($1) 万m³" }
        } + zip(rivers, [900, 600, 300, 300]).map { "水量(\($0), 2024-06) = \($1) 万m³" }
    }

    private let failing = ["tp 0.06, chla 0.005", "tp 0.04, chla 0.02", "tp 0.06, chla 0.02"]

    /// Due: 50 + 40 + 51.428572 (with the fen that rounding left over), 25 + 20 + 34.285714, 15 + 12 + 17.142857,
    /// 10 + 8 + 17.142857. The first is capped at 100, the last is below the floor of 40.
    @Test func capFloorAndDoubling() throws {
        let scheme = try SchemeLibrary.load(text: Self.text)
        let settlement = try SchemeLibrary.settled(
            scheme, "2024-Q2", readings: readings(lake: failing), supplied: volumes)
        #expect(try settlement.value(of: "月总额(2024-06)") == "120 万元")
        #expect(try settlement.value(of: "季应付(东河, 2024-Q2)") == "141.428572 万元")
        #expect(try settlement.value(of: "季应付(北河, 2024-Q2)") == "35.142857 万元")
        #expect(
            settlement.transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)" } == [
                "530181 → 530100: 100", "530182 → 530100: 79.285714", "530183 → 530100: 44.142857",
            ])
    }

    /// The quarter after finds the cap used up.
    @Test func theCapIsTheYears() throws {
        let july = try [
            SchemeLibrary.means("530100-huxin", "2024-07", "chla 0.02"),
            SchemeLibrary.means("530181-donghe", "2024-07", "tp 0.2"),
        ]
        let lines = ["水量(东河, 2024-07) = 500 万m³", "水量(南河, 2024-07) = 500 万m³"]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load(text: Self.text), "2024-Q3", readings: readings(lake: failing) + july,
                supplied: volumes + lines) == ["530182 → 530100: 20.714286"])
    }

    /// Chlorophyll-a alone makes the lake fail; a month within the limits breaks the row and costs nothing.
    @Test func aGoodMonthBreaksTheRow() throws {
        let lake = ["tp 0.06, chla 0.005", "tp 0.04, chla 0.01", "tp 0.04, chla 0.0101"]
        let settlement = try SchemeLibrary.settled(
            SchemeLibrary.load(text: Self.text), "2024-Q2", readings: readings(lake: lake), supplied: volumes)
        #expect(try settlement.value(of: "月总额(2024-05)") == "0 万元")
        #expect(try settlement.value(of: "月总额(2024-06)") == "60 万元")
    }
}
