import Compensation
import Testing

/// B6, 2010: 2 500 yuan a tonne of COD, 10 000 yuan a tonne of NH3-N.
@Suite struct Henan2010SchemeTests {
    private func transfers(_ readings: [Reading], _ lines: [String]) throws -> [String] {
        let scheme = try SchemeLibrary.load("河南-2010")
        let sections = ["中牟陈桥", "扶沟摆渡口", "舞阳马湾"]
        let targets =
            SchemeLibrary.each("责任目标", sections.map { "\($0), COD" }, "40 mg/L")
            + SchemeLibrary.each("责任目标", sections.map { "\($0), NH3-N" }, "2 mg/L")
        return try SchemeLibrary.transfers(scheme, "2011-06", readings: readings, supplied: targets + lines)
    }

    /// 10 mg/L over at 1000 万m³ is 100 t, 25 万元; 1 mg/L over is 10 t of NH3-N, 10 万元.
    @Test(arguments: [("cod 50", "25"), ("nh3n 3", "10"), ("cod 50, nh3n 3", "35"), ("cod 50, nh3n 1", "25")])
    func fluxTimesPrice(_ values: String, _ amount: String) throws {
        let reading = try SchemeLibrary.means("410100-chenqiao", "2011-06", values)
        #expect(
            try transfers([reading], ["月水量(中牟陈桥) = 1000 万m³"]) == ["410100 → 410200: \(amount)"])
    }

    @Test func withoutVolumeNothingIsPaid() throws {
        #expect(try transfers([try SchemeLibrary.means("410100-chenqiao", "2011-06", "cod 50")], []) == [])
    }
}

/// B6, 2017: the structure; amounts are the test's (20 and 30 a class, 40 a source, penalty 100).
@Suite struct Henan2017SchemeTests {
    private let ladders = ["第一阶梯", "第二阶梯", "第三阶梯"]

    private func transfers(_ readings: [Reading], _ lines: [String] = [], target: String = "Ⅳ") throws -> [String] {
        let scheme = try SchemeLibrary.load("河南-2017")
        let open =
            SchemeLibrary.each("每类奖励", ladders, "20 万元") + SchemeLibrary.each("每类扣收", ladders, "30 万元")
            + SchemeLibrary.each("目标类别", ["黄口", "淮滨水文站", "蒋集", "付桥", "班台"], "Ⅳ")
            + ["目标类别(沈丘闸) = \(target)", "水源地扣收 = 40 万元", "惩罚性扣收 = 100 万元"]
        return try SchemeLibrary.transfers(scheme, "2018-03", readings: readings, supplied: open + lines)
    }

    private func shenqiu(_ codmn: String) throws -> Reading {
        try SchemeLibrary.means("411600-shenqiuzha", "2018-03", "codmn \(codmn)")
    }

    @Test(arguments: [
        ("9", []), ("5", ["410000 → 411600: 20"]), ("3", ["410000 → 411600: 40"]), ("12", ["411600 → 410000: 30"]),
        ("20", ["411600 → 410000: 60"]),
    ])
    func laddersByClass(_ codmn: String, _ expected: [String]) throws {
        #expect(try transfers([try shenqiu(codmn)]) == expected)
    }

    /// One class over at the inlet is taken off two classes over at the outlet.
    @Test func theInletsExceedanceIsTakenOff() throws {
        let inlet = ["入境类别(沈丘闸) = Ⅴ", "入境目标(沈丘闸) = Ⅳ"]
        #expect(try transfers([try shenqiu("20")], inlet) == ["411600 → 410000: 30"])
        #expect(try transfers([try shenqiu("12")], inlet) == [])
    }

    /// An exceedance that affects the south-north transfer costs twice what one at a source costs.
    @Test func theTransferCountsTwice() throws {
        #expect(try transfers([], ["水源地超标次数(信阳市) = 1"]) == ["411500 → 410000: 40"])
        #expect(try transfers([], ["南水北调超标次数(信阳市) = 1"]) == ["411500 → 410000: 80"])
    }

    @Test func aGraveIncidentCancelsRewards() throws {
        #expect(try transfers([try shenqiu("3")], ["环境风险事件(周口市) = yes"]) == ["411600 → 410000: 100"])
    }

    /// Rewards and deductions of a city are netted: 40 at one section, 30 at the other.
    @Test func aCitysSectionsAreNetted() throws {
        let fuqiao = try SchemeLibrary.means("411600-fuqiao", "2018-03", "codmn 12")
        #expect(try transfers([try shenqiu("3"), fuqiao]) == ["410000 → 411600: 10"])
    }
}

/// B6: tier × (1 + m), by the week.
@Suite struct ZhoukouSchemeTests {
    private let steps = ["档一", "档二", "档三", "档四", "档五"]

    /// Target 50 mg/L of COD, above the 40 that divides the ladders: 10, 25, 50, 100, 200 times 1 + m.
    @Test(arguments: [
        ("55", ""), ("56", "11.2"), ("75", "15"), ("80", "40"), ("100", "50"), ("101", "101"), ("125", "125"),
        ("130", "260"), ("150", "300"), ("160", "640"),
    ])
    func tierTimesOnePlusMultiple(_ cod: String, _ amount: String) throws {
        let scheme = try SchemeLibrary.load("河南-周口")
        let targets =
            SchemeLibrary.each("目标浓度", ["沈丘闸, COD", "付桥, COD"], "50 mg/L")
            + SchemeLibrary.each("目标浓度", ["沈丘闸, NH3-N", "付桥, NH3-N"], "3 mg/L")
            + SchemeLibrary.each("低目标基数", steps, "1 万元")
        let reading = try SchemeLibrary.reading("411600-shenqiuzha", "2014-04-02T08:00+08:00", "cod \(cod)")
        #expect(
            try SchemeLibrary.transfers(scheme, "2014-W14", readings: [reading], supplied: targets)
                == (amount.isEmpty ? [] : ["411624 → 411600: \(amount)"]))
    }
}
