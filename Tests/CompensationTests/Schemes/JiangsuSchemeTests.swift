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

/// B5, 2021: three amounts; the multiples that divide them are the agreement's.
@Suite struct Jiangsu2021SchemeTests {
    private let sections = ["九里", "白塔", "紫阳桥"]

    private func transfers(_ values: String, _ lines: [String] = []) throws -> [String] {
        let scheme = try SchemeLibrary.load("江苏-区域补偿-2021")
        let limits =
            SchemeLibrary.each("考核限值", sections.map { "\($0), CODMn" }, "6 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), NH3-N" }, "1 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), TP" }, "0.15 mg/L")
            + SchemeLibrary.each("考核限值", sections.map { "\($0), TN" }, "2 mg/L")
        let open = ["第一档上限 = 0.5", "第二档上限 = 1", "二类奖励 = 20 万元", "一类奖励 = 30 万元"]
        return try SchemeLibrary.transfers(
            scheme, "2022-03", readings: [try SchemeLibrary.means("321100-jiuli", "2022-03", values)],
            supplied: limits + open + lines)
    }

    /// Amounts 50, 75, 125 by the largest multiple; tiers at 0.5 and 1 are the test's.
    @Test(arguments: [
        ("codmn 6", ""), ("codmn 6.1", "50"), ("codmn 9", "50"), ("codmn 9.01", "75"), ("codmn 12", "75"),
        ("codmn 12.1", "125"), ("codmn 6.1, tn 4.2", "125"), ("codmn 5, tp 0.16", "50"),
    ])
    func threeTiers(_ values: String, _ amount: String) throws {
        #expect(try transfers(values) == (amount.isEmpty ? [] : ["321100 → 320400: \(amount)"]))
    }

    /// Both departments must find that upstream is not at fault.
    @Test(arguments: [
        (["财政厅认定(九里) = yes"], ["321100 → 320400: 50"]), (["生态环境厅认定(九里) = yes"], ["321100 → 320400: 50"]),
        (["财政厅认定(九里) = yes", "生态环境厅认定(九里) = yes"], []),
    ])
    func upstreamNotAtFault(_ findings: [String], _ expected: [String]) throws {
        #expect(try transfers("codmn 6.1", findings) == expected)
    }

    @Test(arguments: [("codmn 3.9", "20"), ("codmn 1.9", "30"), ("codmn 4.1", "")])
    func rewardForClassTwoAndOne(_ values: String, _ amount: String) throws {
        #expect(try transfers(values) == (amount.isEmpty ? [] : ["320000 → 321100: \(amount)"]))
    }
}
