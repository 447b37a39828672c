import Compensation
import Testing

/// 黄河: 豫鲁 (mechanism A2), 甘宁 (C11) and 青甘 (A4). Money in 万元.
@Suite struct YellowRiverSchemeTests {
    private func liuzhuang(_ values: [(year: String, means: String)]) throws -> [Reading] {
        try values.map { try SchemeLibrary.means("370000-liuzhuang", "\($0.year)-06", $0.means) }
    }

    /// The three pollutants fall by 4 points in 2021 and by 2 in 2022, both years class Ⅱ: the sum is published,
    /// its parts are inferred.
    @Test func a2FirstRoundPays12600ForTwoYears() throws {
        let scheme = try SchemeLibrary.load("黄河-河南-山东-第一轮")
        let readings = try liuzhuang([
            ("2020", "cod 12.5, nh3n 0.2, tp 0.1"), ("2021", "cod 12, nh3n 0.2, tp 0.1"),
            ("2022", "cod 12, nh3n 0.196, tp 0.1"),
        ])
        #expect(try SchemeLibrary.transfers(scheme, "2021", readings: readings) == ["370000 → 410000: 6400"])
        #expect(try SchemeLibrary.transfers(scheme, "2022", readings: readings) == ["370000 → 410000: 6200"])
    }

    /// 6000 × (3 − class), and 100 for each point, at most 4000 either way.
    @Test(arguments: [
        ("cod 20, nh3n 1, tp 0.2", "cod 20, nh3n 1, tp 0.2", [String]()),
        ("cod 10, nh3n 0.5, tp 0.1", "cod 10, nh3n 0.5, tp 0.1", ["370000 → 410000: 6000"]),
        ("cod 30, nh3n 1, tp 0.2", "cod 30, nh3n 1, tp 0.2", ["410000 → 370000: 6000"]),
        ("cod 12, nh3n 0.5, tp 0.1", "cod 6, nh3n 0.5, tp 0.1", ["370000 → 410000: 10000"]),
        ("cod 12, nh3n 0.2, tp 0.05", "cod 12, nh3n 0.2, tp 0.1", ["370000 → 410000: 2000"]),
        ("cod 16, nh3n 0.8, tp 0.2", "cod 16, nh3n 0.82, tp 0.2", ["410000 → 370000: 250"]),
    ])
    func a2ClassPartAndIndexPart(_ before: String, _ now: String, _ expected: [String]) throws {
        let scheme = try SchemeLibrary.load("黄河-河南-山东-第一轮")
        let readings = try liuzhuang([("2020", before), ("2021", now)])
        #expect(try SchemeLibrary.transfers(scheme, "2021", readings: readings) == expected)
    }

    @Test func nothingIsSettledWithoutTheYearBefore() throws {
        let scheme = try SchemeLibrary.load("黄河-河南-山东-第一轮")
        let readings = try liuzhuang([("2021", "cod 12, nh3n 0.2, tp 0.1")])
        #expect(try SchemeLibrary.transfers(scheme, "2021", readings: readings) == [])
    }

    /// Twelve months of class Ⅱ at 500 and 207 for the items: the sum is published, its parts are inferred.
    @Test func a2SecondRoundPays6207For2024() throws {
        let months =
            SchemeLibrary.months(2023, Array(repeating: "cod 10, nh3n 0.5, tp 0.1, tn 3", count: 12))
            + SchemeLibrary.months(2024, Array(repeating: "cod 9.793, nh3n 0.5, tp 0.1, tn 3", count: 12))
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("黄河-河南-山东-第二轮"), "2024",
            readings: try months.map { try SchemeLibrary.means("370000-liuzhuang", $0.month, $0.entry) },
            supplied: ["每月每类别标准 = 500 万元", "每百分点标准 = 100 万元", "变化补偿封顶额 = 4000 万元"])
        #expect(try settlement.value(of: "基本补偿") == "6000 万元")
        #expect(settlement.texts == ["370000 → 410000: 6207"])
        #expect(!settlement.unverified.isEmpty)
    }

    @Test(arguments: [
        ("Ⅰ", ["640000 → 620000: 5000"]), ("Ⅱ", []), ("Ⅲ", ["620000 → 640000: 5000"]),
        ("Ⅳ", ["620000 → 640000: 5000"]), ("Ⅴ", ["620000 → 640000: 5000"]), ("劣Ⅴ", ["620000 → 640000: 5000"]),
    ])
    func c11WufosiPaysBothWays(_ grade: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load("黄河-甘肃-宁夏"), "2024",
                readings: [try SchemeLibrary.classed("620000-wufosi", "2024-06", grade)]) == expected)
    }

    @Test func c11WithoutDataNobodyPays() throws {
        #expect(try SchemeLibrary.transfers(try SchemeLibrary.load("黄河-甘肃-宁夏"), "2024") == [])
    }

    @Test(arguments: [
        ("Ⅰ", "no", ["620000 → 630000: 300"]), ("Ⅱ", "no", []), ("Ⅱ", "yes", ["620000 → 630000: 300"]),
        ("Ⅲ", "yes", ["630000 → 620000: 300"]),
    ])
    func a4EachSectionIsSettledForItself(_ grade: String, _ baselinePaid: String, _ expected: [String]) throws {
        let open = ["大河家", "边墙村"].flatMap {
            ["基准类别(\($0)) = Ⅱ", "断面补偿额(\($0)) = 300 万元", "达到基准即补偿(\($0)) = \(baselinePaid)"]
        }
        let scheme = try SchemeLibrary.load("黄河-青海-甘肃")
        let dahejia = try SchemeLibrary.classed("620000-dahejia", "2024-06", grade)
        #expect(try SchemeLibrary.transfers(scheme, "2024", readings: [dahejia], supplied: open) == expected)
        let both = [dahejia, try SchemeLibrary.classed("630000-bianqiangcun", "2024-06", grade)]
        #expect(
            try SchemeLibrary.transfers(scheme, "2024", readings: both, supplied: open) == expected + expected)
    }
}
