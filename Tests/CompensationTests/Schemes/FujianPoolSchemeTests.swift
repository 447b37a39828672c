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
