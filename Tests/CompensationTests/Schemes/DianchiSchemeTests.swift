import Compensation
import Testing

/// B9, D8, D12: the rivers of the Dianchi basin. Prices are the test's.
@Suite struct DianchiSchemeTests {
    private let sections = ["大石桥", "新运粮河入湖口"]

    private func settled(_ period: String, _ lines: [String], _ readings: [Reading] = []) throws -> Settlement {
        let scheme = try SchemeLibrary.load("云南-昆明-滇池")
        let open =
            SchemeLibrary.each("补偿标准", ["COD", "NH3-N", "TP"], "2 万元/t")
            + SchemeLibrary.each("考核标准", sections.map { "\($0), COD" }, "40 mg/L")
            + SchemeLibrary.each("考核标准", sections.map { "\($0), NH3-N" }, "2 mg/L")
            + SchemeLibrary.each("考核标准", sections.map { "\($0), TP" }, "0.4 mg/L")
            + SchemeLibrary.each("目标类别", sections, "Ⅴ") + ["每优一类奖励 = 10 万元"]
        return try SchemeLibrary.settled(scheme, period, readings: readings, supplied: open + lines)
    }

    private func transfers(_ settlement: Settlement) -> [String] {
        settlement.transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)" }
    }

    /// D8: COD 55 against 40 mg/L, 349 万m³: 52.35 t.
    @Test func d8Tonnage() throws {
        let reading = try SchemeLibrary.means("530100-dashiqiao", "2017-07", "cod 55")
        let settlement = try settled("2017-07", ["时段水量(大石桥) = 349 万m³"], [reading])
        #expect(try settlement.value(of: "超标量(大石桥, COD)") == "52.35 t")
        #expect(transfers(settlement) == ["530102 → 530191: 104.7"])
    }

    /// D12: an artificial dry-up of one section for two months makes 60.
    @Test func d12DryUp() throws {
        for period in ["2017-08", "2017-09"] {
            #expect(transfers(try settled(period, ["人为断流(新运粮河入湖口) = yes"])) == ["530112 → 530100: 30"])
        }
    }

    /// D12: 250 of 1 000 not invested, 20 % of it, once a year.
    @Test(arguments: [("2018-11", []), ("2018-12", ["530102 → 530100: 50"]), ("2018-01", [])])
    func d12WorksNotDone(_ period: String, _ expected: [String]) throws {
        #expect(transfers(try settled(period, ["未完成投资(五华区) = 250 万元"])) == expected)
    }

    @Test func betterThanTheTargetIsRewarded() throws {
        let reading = try SchemeLibrary.means("530100-dashiqiao", "2017-07", "cod 25, nh3n 1.2, tp 0.3")
        #expect(transfers(try settled("2017-07", [], [reading])) == ["530100 → 530102: 10"])
    }
}
