import Compensation
import Testing

/// B8: 1.25 billion yuan by three weights.
@Suite struct FujianPoolSchemeTests {
    private let cities = ["福州市", "厦门市", "莆田市", "三明市", "泉州市", "漳州市", "南平市", "龙岩市", "宁德市"]
    private let factors = ["水环境质量", "森林生态保护", "用水总量控制"]

    private func settled(first score: String) throws -> Settlement {
        let scores =
            SchemeLibrary.each("得分", SchemeLibrary.pairs(["福州市"], factors), score)
            + SchemeLibrary.each("得分", SchemeLibrary.pairs(Array(cities.dropFirst()), factors), "1")
        return try SchemeLibrary.settled(SchemeLibrary.load("福建-重点流域-2019"), "2019", supplied: scores)
    }

    /// B8: 8.75, 2.5 and 1.25 亿元. With scores 8 and eight times 1, one city has half of everything.
    @Test func b8Weights() throws {
        let settlement = try settled(first: "8")
        for (factor, amount) in [("水环境质量", "87500"), ("森林生态保护", "25000"), ("用水总量控制", "12500")] {
            #expect(try settlement.value(of: "因素资金(\(factor))") == "\(amount) 万元")
        }
        #expect(settlement.transfers.map(\.amount.formattedWanYuan) == ["62500"] + Array(repeating: "7812.5", count: 8))
    }

    /// 1 250 000 000 / 9 = 138 888 888.9 yuan: eight yuan are lacking and go to the first eight.
    @Test func noYuanIsLost() throws {
        let amounts = try settled(first: "1").transfers.map(\.amount)
        #expect(
            amounts.map(\.formattedYuan)
                == Array(repeating: "138,888,889.00", count: 8) + ["138,888,888.00"])
        #expect(Fen.sum(amounts)?.formattedWanYuan == "125000")
    }
}

/// B12: contributions, and shares by area, efficiency and improvement; all numbers are the test's.
@Suite struct TuojiangPoolSchemeTests {
    private let others = ["自贡市", "泸州市", "德阳市", "内江市", "眉山市", "资阳市"]

    private func supplied(improvement: String) -> [String] {
        ["面积权重 = 0.4", "效率权重 = 0.3", "改善权重 = \(improvement)", "出资(成都市) = 4600 万元"]
            + ["流域面积(成都市) = 4000 km²", "用水效率(成都市) = 4", "水质改善(成都市) = 4"]
            + SchemeLibrary.each("出资", others, "900 万元") + SchemeLibrary.each("流域面积", others, "1000 km²")
            + SchemeLibrary.each("用水效率", others, "1") + SchemeLibrary.each("水质改善", others, "1")
    }

    /// A fund of 10 000; Chengdu has 40 % of everything and put in 4 600, the others 10 % and 900 each.
    @Test func sharesLessContributions() throws {
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("四川-沱江"), "2019", supplied: supplied(improvement: "0.3"))
                == ["510300", "510500", "510600", "511000", "511400", "512000"].map { "510100 → \($0): 100" })
    }

    @Test func weightsMakeOne() throws {
        #expect(
            try SchemeLibrary.obstacle(
                SchemeLibrary.load("四川-沱江"), "2019", supplied: supplied(improvement: "0.2"))
                == "requirement-not-met")
    }
}
