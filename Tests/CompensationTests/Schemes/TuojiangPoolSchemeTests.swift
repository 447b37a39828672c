import Compensation
import Testing

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
