import Compensation
import Testing

/// B5 and D6: flux × price at the outlets of Zhenjiang, shared at Jiuli.
@Suite struct JiangsuZhenjiangSchemeTests {
    private func settled(_ values: String, offset: String, _ lines: [String] = ["月水量(九里) = 300 万m³"]) throws
        -> Settlement
    {
        try SchemeLibrary.settled(
            SchemeLibrary.load("江苏-镇江-太湖流域"), "2010-05",
            readings: [SchemeLibrary.means("321100-jiuli", "2010-05", values)],
            supplied: Self.supplied(offset: offset) + lines)
    }

    private static func supplied(offset: String) -> [String] {
        let sections = ["九里", "白塔", "紫阳桥"]
        return SchemeLibrary.each("控制目标", sections.map { "\($0), CODMn" }, "6 mg/L")
            + SchemeLibrary.each("控制目标", sections.map { "\($0), NH3-N" }, "1.0 mg/L")
            + SchemeLibrary.each("控制目标", sections.map { "\($0), TP" }, "0.2 mg/L") + ["负值抵扣 = \(offset)"]
    }

    private func transfers(_ settlement: Settlement) -> [String] {
        settlement.transfers.map { "\($0.payer.text) → \($0.payee.text): \($0.amount.formattedWanYuan)" }
    }

    /// D6: 9 + 12 + 1.5 = 22.5; the shares are 85.78, 84.45, 88.07 % and 14.22, 15.55, 11.93 % of these.
    @Test func d6FluxTimesPrice() throws {
        let settlement = try settled("codmn 8, nh3n 1.4, tp 0.25", offset: "no")
        for (factor, tonnes, amount) in [("CODMn", "6 t", "9"), ("NH3-N", "1.2 t", "12"), ("TP", "0.15 t", "1.5")] {
            #expect(try settlement.value(of: "超标量(九里, \(factor))") == tonnes)
            #expect(try settlement.value(of: "单因子资金(九里, \(factor))") == "\(amount) 万元")
        }
        #expect(
            transfers(settlement) == [
                "321100 → 320000: 22.5", "321181 → 321100: 19.17525", "321112 → 321100: 3.32475",
            ])
    }

    /// D6: a factor below its target offsets only where the parties say so: −1 mg/L of CODMn is −4.5.
    @Test(arguments: [("no", "13.5"), ("yes", "9")])
    func d6NegativeTerms(_ offset: String, _ amount: String) throws {
        let settlement = try settled("codmn 5, nh3n 1.4, tp 0.25", offset: offset)
        #expect(transfers(settlement).first == "321100 → 320000: \(amount)")
    }

    @Test func withoutVolumeOrWithReverseFlowNothingIsPaid() throws {
        #expect(transfers(try settled("codmn 8", offset: "no", [])) == [])
        #expect(transfers(try settled("codmn 8", offset: "no", ["月水量(九里) = 300 万m³", "逆流(九里) = yes"])) == [])
    }

    /// Contributions that do not make 100 % are refused, on loading or on computing.
    @Test func contributionsMakeOneHundredPercent() throws {
        let changed = try SchemeLibrary.load(
            "江苏-镇江-太湖流域", replacing: "丹徒区, TP: 11.93 %", by: "丹徒区, TP: 11.92 %")
        switch changed {
        case .failure(let problems): #expect(problems.all.map(\.code) == ["requirement-not-met"])
        case .success(let scheme):
            #expect(
                try SchemeLibrary.obstacle(scheme, "2010-05", supplied: Self.supplied(offset: "no"))
                    == "requirement-not-met")
        }
    }
}
