import Compensation
import Testing

/// 财资环〔2025〕50号: both basins, with numbers of the test in place of what is not published.
@Suite struct MainstemSchemeTests {
    private static let yangtze = [
        "630000-zhimenda", "540000-gangtuoqiao", "530000-helongqiao", "510000-longdong", "530000-hengjiangqiao",
        "510000-guagongshan", "510000-zhutuo", "500000-cuntan", "500000-qingxichang", "500000-wuxiakou",
        "420000-nanjinguan", "420000-yangsigang", "420000-zhongguanpu", "430000-jingjiangkou", "430000-chenglingji",
        "360000-yaogang", "340000-wanhekou", "340000-dongxiliangshan", "340000-sanxingcun", "320000-linshan",
        "320000-sanjiangying", "320000-liuhe", "310000-chaoyang",
    ]
    private static let yellowRiver = [
        "630000-mentang", "630000-dahejia", "510000-maqu", "620000-xinchengqiao", "620000-wufosi", "640000-xiaheyan",
        "640000-yesheng", "640000-mahuanggou", "150000-haibowan", "150000-huajiangyingzi", "150000-lamawan",
        "140000-wanjiazhai", "610000-longmen", "140000-sanmenxia", "410000-xiaolangdi", "410000-liuzhuang",
        "370000-luokou", "370000-lijin",
    ]

    /// CODMn 2 everywhere in each of the years, but 1 at one section in 2025.
    private func readings(_ sections: [String], years: [Int], better: String, without: String = "") throws -> [Reading]
    {
        try sections.filter { $0 != without }.flatMap { section in
            try years.map { year in
                let codmn = year == 2025 && section == better ? "1" : "2"
                return try SchemeLibrary.means(section, "\(year)-06", "codmn \(codmn), nh3n 0.1, tp 0.05")
            }
        }
    }

    private func open(space: String, time: String, amount: String, three: String = "no") -> [String] {
        ["空间权重 = \(space)", "时间权重 = \(time)", "每分金额 = \(amount) 万元", "以前三年平均 = \(three)"]
            + ["源头基准(CODMn) = 2 mg/L", "源头基准(NH3-N) = 0.1 mg/L", "源头基准(TP) = 0.05 mg/L"]
    }

    /// 朱沱 (Sichuan's outlet, Chongqing's inlet) halves its CODMn. In space Sichuan +0.15, Chongqing −0.30; in time
    /// Sichuan, with three sections, +0.05. Half and half at 10 000: +1 000 and −1 500, less the mean −500/11.
    @Test func yangtzeSumsToZero() throws {
        let settlement = try SchemeLibrary.settled(
            SchemeLibrary.load("长江干流-2025"), "2025",
            readings: readings(Self.yangtze, years: [2024, 2025], better: "510000-zhutuo"),
            supplied: open(space: "0.5", time: "0.5", amount: "10000"))
        for open in ["空间权重", "时间权重", "每分金额", "以前三年平均", "源头基准", "入境断面", "清算额"] {
            #expect(settlement.unverified.contains(open), "\(open) is not marked")
        }
        #expect(try settlement.value(of: "空间得分(四川省)") == "0.15")
        #expect(try settlement.value(of: "空间得分(重庆市)") == "-0.3")
        #expect(try settlement.value(of: "时间得分(四川省)") == "0.05")
        let small = ["630000", "540000"], rest = ["420000", "430000", "360000", "340000", "320000", "310000"]
        #expect(
            settlement.transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedYuan)" }
                == small.map { "500000 → \($0): 454,545.46" } + ["500000 → 510000: 10,454,545.46"]
                + ["500000 → 530000: 454,545.46"] + rest.map { "500000 → \($0): 454,545.45" })
    }

    /// 刘庄 halves its CODMn: Henan +0.15 in space, Shandong −0.30. At 6 000: 900, −1 800, less the mean −100.
    @Test func yellowRiverInSpace() throws {
        let upstream = ["630000", "510000", "620000", "640000", "150000", "610000", "140000"]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("黄河干流-2025"), "2025",
                readings: readings(Self.yellowRiver, years: [2024, 2025], better: "410000-liuzhuang"),
                supplied: open(space: "1", time: "0", amount: "6000"))
                == upstream.map { "370000 → \($0): 100" } + ["370000 → 410000: 1000"])
    }

    /// Henan's two sections together: CODMn 2 → 1.5, +0.075. At 6 000: 450, less the mean 50. The same against
    /// three years alike.
    @Test(arguments: [("no", [2024, 2025]), ("yes", [2022, 2023, 2024, 2025])])
    func yellowRiverInTime(_ three: String, _ years: [Int]) throws {
        let others = ["630000", "510000", "620000", "640000", "150000", "610000", "140000", "370000"]
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("黄河干流-2025"), "2025",
                readings: readings(Self.yellowRiver, years: years, better: "410000-liuzhuang"),
                supplied: open(space: "0", time: "1", amount: "6000", three: three))
                == others.map { "\($0) → 410000: 50" })
    }

    @Test func withoutOneProvincesDataNothingIsCleared() throws {
        #expect(
            try SchemeLibrary.transfers(
                SchemeLibrary.load("黄河干流-2025"), "2025",
                readings: readings(
                    Self.yellowRiver, years: [2024, 2025], better: "410000-liuzhuang", without: "510000-maqu"),
                supplied: open(space: "1", time: "0", amount: "6000")) == [])
    }

    @Test func theTwoDimensionsMakeOne() throws {
        #expect(
            try SchemeLibrary.obstacle(
                SchemeLibrary.load("黄河干流-2025"), "2025", supplied: open(space: "0.5", time: "0.6", amount: "6000"))
                == "requirement-not-met")
    }
}
