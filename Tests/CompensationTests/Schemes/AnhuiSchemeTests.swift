import Compensation
import Testing

/// 滁河 (C22), 皖苏 (A7) and 赣皖 (C21). Money in 万元.
@Suite struct AnhuiSchemeTests {
    private let chuhe = ["三类补偿额 = 2000 万元", "劣于三类补偿额 = 1000 万元"]

    @Test(arguments: [
        ("Ⅰ", ["320000 → 340000: 4000"]), ("Ⅱ", ["320000 → 340000: 4000"]), ("Ⅲ", ["320000 → 340000: 2000"]),
        ("Ⅳ", ["340000 → 320000: 1000"]),
    ])
    func c22ChuhePays4000ForClassTwoOrBetter(_ grade: String, _ expected: [String]) throws {
        let readings = [try SchemeLibrary.classed("340000-chenqian", "2020-06", grade)]
        let scheme = try SchemeLibrary.load("滁河-安徽-江苏")
        #expect(try SchemeLibrary.transfers(scheme, "2020", readings: readings, supplied: chuhe) == expected)
    }

    @Test func c22ClassThreeIsPaidLess() throws {
        #expect(
            try SchemeLibrary.obstacle(
                try SchemeLibrary.load("滁河-安徽-江苏"), "2020",
                supplied: ["三类补偿额 = 4000 万元", "劣于三类补偿额 = 1000 万元"]) == "requirement-not-met")
    }

    /// Baselines and amounts are invented: TP at 乌江 is above its baseline, CODMn at it, NH3-N missing.
    @Test func a7YangtzeIsJudgedItemByItem() throws {
        let open = ["乌江", "三兴村", "陈浅"].flatMap { section in
            [("CODMn", "2"), ("NH3-N", "0.1"), ("TP", "0.06")].flatMap { item, baseline in
                [
                    "补偿基准(\(section), \(item)) = \(baseline) mg/L",
                    "指标补偿额(\(section), \(item)) = 500 万元",
                ]
            }
        }
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("长江-安徽-江苏"), "2024",
            readings: [try SchemeLibrary.means("340000-wujiang", "2024-06", "codmn 2, tp 0.061")], supplied: open)
        #expect(settlement.texts == ["320000 → 340000: 500", "340000 → 320000: 500"])
        #expect(try settlement.value(of: "指标补偿(乌江, NH3-N)") == "nothing")
        #expect(try settlement.value(of: "指标补偿(陈浅, TP)") == "nothing")
    }

    private let changjiang = [
        "长江基准类别 = Ⅱ", "长江月补偿额 = 800 万元", "阊江二类标准 = 100 万元", "阊江劣于二类补偿额 = 40 万元",
    ]

    @Test(arguments: [
        ("Ⅰ", ["360000 → 340000: 150"]), ("Ⅱ", ["360000 → 340000: 100"]), ("Ⅲ", ["340000 → 360000: 40"]),
    ])
    func c21ClassOneIsPaidOneAndAHalfTimes(_ grade: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("长江阊江-江西-安徽"), "2024-05",
                supplied: changjiang + ["阊江月类别 = \(grade)"]) == expected)
    }

    @Test(arguments: [("Ⅱ", ["340000 → 360000: 800"]), ("Ⅲ", ["360000 → 340000: 800"])])
    func a8MainstemPaysBothWays(_ grade: String, _ expected: [String]) throws {
        let supplied = changjiang + ["长江月类别 = \(grade)"]
        let scheme = try SchemeLibrary.load("长江阊江-江西-安徽")
        #expect(try SchemeLibrary.transfers(scheme, "2024-05", supplied: supplied) == expected)
    }

    @Test func a8YearStaysWithinTheFundOfOneSide() throws {
        let dear = changjiang.map { $0.hasPrefix("长江月补偿额") ? "长江月补偿额 = 834 万元" : $0 }
        let scheme = try SchemeLibrary.load("长江阊江-江西-安徽")
        #expect(try SchemeLibrary.obstacle(scheme, "2024-05", supplied: dear) == "requirement-not-met")
    }
}
