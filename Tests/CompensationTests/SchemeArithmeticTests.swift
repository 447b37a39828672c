import Compensation
import Testing

/// What rules compute, on a scheme with one section and a few readings.
@Suite struct SchemeArithmeticTests {
    private func settle(_ rules: [String], codmn: [String] = ["8"]) throws -> SettlementOutcome {
        let lines = Array(SchemeProblemTests.sound[..<13]) + rules + ["```"]
        let scheme = try Scheme.load(Array(lines.joined(separator: "\n").utf8)).get()
        let readings = try codmn.enumerated().map { index, value in
            try Fixtures.reading(
                "430000-a", "2021-04-0\(index + 1)T08:00+08:00", .normal, [(.permanganateIndex, value)])
        }
        return scheme.settle(period: try #require(Period("2021-04")), readings: readings)
    }

    private func transfers(_ rules: [String], codmn: [String] = ["8"]) throws -> [String] {
        guard case .settled(let settlement) = try settle(rules, codmn: codmn) else { return ["not settled"] }
        return settlement.transfers.map { "\($0.payer.text) \($0.payee.text) \($0.amount.text)" }
    }

    private func obstacle(_ rules: [String], codmn: [String] = ["8"]) throws -> String? {
        guard case .notComputable(let obstacle) = try settle(rules, codmn: codmn) else { return nil }
        return obstacle.code
    }

    private func payment(_ amount: String) -> [String] {
        [
            "let 应付 \"due\" = \(amount)", "pay 结算 \"settlement\"", "  when missing 应付: nothing",
            "  otherwise: 上游 pays 下游 应付",
        ]
    }

    /// D6, 镇江: 2 mg/L above the target in 300 万m³ are 6 t; at 1.5 万元 per tonne, 9 万元.
    @Test func fluxTimesPrice() throws {
        #expect(
            try transfers(payment("(浓度 - 6 mg/L) * 300 万m³ * 1.5 万元/t")) == ["500000 430000 9000000"])
        #expect(
            try transfers(payment("(浓度 - 6 mg/L) * 3000000 m³ * 15000 元/t")) == ["500000 430000 9000000"])
    }

    /// D1, 安徽 2018: 50 × ceil(m / 0.5), m the exceed multiple against 6 mg/L.
    @Test(arguments: [("6.06", "50"), ("9", "50"), ("9.06", "100"), ("12", "100"), ("12.06", "150")])
    func stepsByCeiling(_ codmn: String, _ wanYuan: String) throws {
        let amount = "round (浓度 - 6 mg/L) / 6 mg/L to 0.5 by ceiling"
        let rules = [
            "let 倍数 \"steps\" = \(amount)", "pay 结算 \"settlement\"", "  when missing 倍数: nothing",
            "  otherwise: 上游 pays 下游 倍数 / 0.5 * 50 万元",
        ]
        #expect(try transfers(rules, codmn: [codmn]) == ["500000 430000 \(wanYuan)000000"])
    }

    @Test func percentAndPrecedence() throws {
        #expect(try transfers(payment("浓度 / 8 mg/L * 20% * 250 万元")) == ["500000 430000 50000000"])
        #expect(try transfers(payment("浓度 / 8 mg/L * 1 元 + 2 * 3 元 - 1 元")) == ["500000 430000 600"])
        #expect(try transfers(payment("浓度 / 8 mg/L * (1 元 + 2 元) * 3 - -1 元")) == ["500000 430000 1000"])
    }

    @Test func roundingIsNamedInTheStep() throws {
        let third = "round 浓度 / 24 mg/L * 1 元 to 0.01 元 by half-even"
        #expect(try transfers(payment(third)) == ["500000 430000 33"])
        guard case .settled(let settlement) = try settle(payment(third)) else {
            Issue.record("not settled")
            return
        }
        let steps = settlement.steps
        #expect(steps.first { $0.name == "应付" }?.rounding == .halfEven)
        #expect(steps.first { $0.name == "浓度" }?.rounding == nil)
        #expect(steps.first { $0.name == "应付" }?.value == "0.000033 万元")
    }

    @Test func amountsAreNeverRoundedSilently() throws {
        #expect(try obstacle(payment("浓度 / 24 mg/L * 1 元")) == "not-whole-fen")
        #expect(try obstacle(payment("(浓度 - 9 mg/L) / 1 mg/L * 1 元")) == "negative-amount")
        #expect(try obstacle(payment("1 元 / ((浓度 - 8 mg/L) / 1 mg/L)")) == "division-by-zero")
        #expect(try obstacle(payment("浓度 / 1 mg/L * 999999999999999999 亿元")) == "number-too-large")
    }

    @Test func nothingIsTransferredForAnAmountOfZero() throws {
        #expect(try transfers(payment("(浓度 - 8 mg/L) / 1 mg/L * 1 元")) == [])
    }

    @Test(arguments: [
        ("类别 = Ⅳ", true), ("类别 != Ⅳ", false), ("类别 > Ⅲ and 浓度 <= 8 mg/L", true),
        ("not 类别 > Ⅲ", false), ("not not 类别 > Ⅲ", true), ("类别 <= Ⅲ or 浓度 >= 8 mg/L", true),
        ("类别 < Ⅰ or 类别 > 劣Ⅴ and 浓度 > 0 mg/L", false), ("浓度 > 8 mg/L", false), ("Ⅱ ≤ Ⅲ", true),
    ])
    func conditions(_ condition: String, _ holds: Bool) throws {
        let rules = [
            "pay 结算 \"settlement\"", "  when missing 类别 or missing 浓度: nothing",
            "  when \(condition): 上游 pays 下游 补偿额", "  otherwise: nothing",
        ]
        #expect(try transfers(rules) == (holds ? ["500000 430000 40000000"] : []))
    }

    @Test func classUsesTheMeanBeforeRounding() throws {
        // The mean of 6.004 and 6 is displayed as 6.00 but lies above the limit of class Ⅲ.
        let rules = ["pay 结算 \"settlement\"", "  otherwise: nothing"]
        guard case .settled(let settlement) = try settle(rules, codmn: ["6.004", "6"]) else {
            Issue.record("not settled")
            return
        }
        #expect(settlement.steps[1].display == "CODMn 6.00, pH —")
        #expect(settlement.steps[2].value == "Ⅳ")
    }
}
