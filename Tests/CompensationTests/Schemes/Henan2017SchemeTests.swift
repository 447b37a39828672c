import Compensation
import Testing

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
