import Compensation
import Testing

/// 新安江: case D10. The formula is unverified; what is tested is its arithmetic.
@Suite struct XinanSchemeTests {
    private func jiekou(_ year: Int, _ means: String) throws -> Reading {
        try SchemeLibrary.means("340000-jiekou", "\(year)-06", means)
    }

    private func settled(_ round: String, base: ClosedRange<Int>, _ year: Int, _ now: String) throws -> Settlement {
        let before = try base.map { try jiekou($0, "codmn 2, nh3n 0.1, tp 0.05, tn 1") }
        return try SchemeLibrary.settled(
            try SchemeLibrary.load("新安江-安徽-浙江-\(round)"), "\(year)",
            readings: before + [try jiekou(year, now)])
    }

    @Test(arguments: [
        ("codmn 2, nh3n 0.1, tp 0.05, tn 1", "0.85", "330000 → 340000: 10000"),
        ("codmn 2.4, nh3n 0.12, tp 0.06, tn 1.2", "1.02", "340000 → 330000: 10000"),
    ])
    func d10FirstRound(_ now: String, _ index: String, _ expected: String) throws {
        let settlement = try settled("第一轮", base: 2008...2010, 2012, now)
        #expect(try settlement.value(of: "P值") == index)
        #expect(settlement.texts == [expected])
        #expect(settlement.unverified.contains("稳定系数"))
    }

    /// The base is the mean of the three years, each counting the same however often it was measured.
    @Test func d10BaseIsTheMeanOfThreeYears() throws {
        let readings = [
            try jiekou(2008, "codmn 1, nh3n 0.05, tp 0.02, tn 0.5"),
            try SchemeLibrary.means("340000-jiekou", "2008-07", "codmn 3, nh3n 0.15, tp 0.08, tn 1.5"),
            try jiekou(2009, "codmn 1, nh3n 0.1, tp 0.05, tn 1"),
            try jiekou(2010, "codmn 3, nh3n 0.1, tp 0.05, tn 1"),
            try jiekou(2013, "codmn 2, nh3n 0.1, tp 0.05, tn 1"),
        ]
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("新安江-安徽-浙江-第一轮"), "2013", readings: readings)
        #expect(try settlement.value(of: "P值") == "0.85")
    }

    /// k0 is 0.89: ratios of 1.05, 1.1 and 1.2 for all items give 0.9345, 0.979 and 1.068.
    @Test(arguments: [
        ("codmn 2.1, nh3n 0.105, tp 0.0525, tn 1.05", "0.9345", "330000 → 340000: 15000"),
        ("codmn 2.2, nh3n 0.11, tp 0.055, tn 1.1", "0.979", "330000 → 340000: 10000"),
        ("codmn 2.4, nh3n 0.12, tp 0.06, tn 1.2", "1.068", "340000 → 330000: 10000"),
    ])
    func secondRoundHasASecondStep(_ now: String, _ index: String, _ expected: String) throws {
        let settlement = try settled("第二轮", base: 2012...2014, 2015, now)
        #expect(try settlement.value(of: "P值") == index)
        #expect(settlement.texts == [expected])
    }

    @Test func d10ThirdRoundWeighsPhosphorusAndNitrogenMore() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("新安江-安徽-浙江-第三轮"), "2018",
            readings: [try jiekou(2018, "codmn 2, nh3n 0.09, tp 0.055, tn 1.05")],
            supplied: [
                "基准浓度(CODMn) = 2 mg/L", "基准浓度(NH3-N) = 0.1 mg/L", "基准浓度(TP) = 0.05 mg/L",
                "基准浓度(TN) = 1 mg/L",
            ])
        #expect(try settlement.value(of: "P值") == "0.918")
        #expect(settlement.texts == ["330000 → 340000: 20000"])
    }

    @Test func nothingIsSettledWithoutTheBase() throws {
        let settlement = try settled("第一轮", base: 2009...2010, 2012, "codmn 2, nh3n 0.1, tp 0.05, tn 1")
        #expect(settlement.texts == [])
    }
}
