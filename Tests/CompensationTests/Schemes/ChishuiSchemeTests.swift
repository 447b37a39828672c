import Compensation
import Testing

/// 赤水河: cases B1 to B5. Money in 万元.
@Suite struct ChishuiSchemeTests {
    private let first = "赤水河-云贵川-第一轮"
    private let second = "赤水河-云贵川-第二轮"
    private let sections = [
        "清水铺": "530000-qingshuipu", "鲢鱼溪": "520000-lianyuxi", "茅台镇上游": "520000-maotai-shangyou",
    ]

    private func readings(_ year: String, failing: [String] = [], without: [String] = []) throws -> [Reading] {
        try sections.filter { !without.contains($0.key) }.map { name, id in
            try SchemeLibrary.classed(id, "\(year)-06", failing.contains(name) ? "Ⅲ" : "Ⅱ")
        }
    }

    /// What is not public: a target of Ⅱ above Maotai, and the deduction X at every section.
    private func parameters(deduction: String = "1000 万元") -> [String] {
        ["茅台镇上游目标 = Ⅱ"] + sections.keys.map { "断面扣减额(\($0)) = \(deduction)" }
    }

    @Test(arguments: ["2018", "2019", "2020"])
    func b1FirstRoundPaysYunnan4000(_ year: String) throws {
        let scheme = try SchemeLibrary.load(first)
        let settlement = try SchemeLibrary.settled(
            scheme, year, readings: try readings(year), supplied: parameters())
        let expected = [
            ("应出资(云南省)", "2000 万元"), ("应出资(贵州省)", "10000 万元"), ("应出资(四川省)", "8000 万元"),
            ("应分配(云南省)", "6000 万元"), ("应分配(贵州省)", "8000 万元"), ("应分配(四川省)", "6000 万元"),
            ("净额(云南省)", "4000 万元"), ("净额(贵州省)", "-2000 万元"), ("净额(四川省)", "-2000 万元"),
        ]
        for (step, value) in expected {
            #expect(try settlement.value(of: step) == value, "\(step)")
        }
        #expect(settlement.texts == ["520000 → 530000: 2000", "510000 → 530000: 2000"])
    }

    @Test func b2ThreeYearsPayYunnan12000() throws {
        let scheme = try SchemeLibrary.load(first)
        let received = try ["2018", "2019", "2020"].flatMap { year in
            try SchemeLibrary.settled(scheme, year, readings: try readings(year), supplied: parameters()).transfers
        }
        #expect(received.allSatisfy { $0.payee.text == "530000" })
        #expect(Fen.sum(received.map(\.amount))?.formattedWanYuan == "12000")
    }

    @Test(arguments: ["2021", "2024"])
    func b3SecondRoundPaysYunnan6000(_ year: String) throws {
        let scheme = try SchemeLibrary.load(second)
        #expect(
            try SchemeLibrary.transfers(scheme, year, readings: try readings(year), supplied: parameters())
                == ["520000 → 530000: 3000", "510000 → 530000: 3000"])
    }

    @Test func b4ReductionOf15PercentWithReasonGives2550() throws {
        let scheme = try SchemeLibrary.load(second)
        let reduced = parameters() + ["调减比例(贵州省) = 0.15"]
        let readings = try readings("2023")
        #expect(
            try SchemeLibrary.transfers(
                scheme, "2023", readings: readings, supplied: reduced + ["调减理由已载明(贵州省) = yes"])
                == ["520000 → 530000: 2550", "510000 → 530000: 3000"])
        #expect(
            try SchemeLibrary.obstacle(scheme, "2023", readings: readings, supplied: reduced) == "requirement-not-met")
    }

    /// The nets of a year in which all pass are +4000, −2000, −2000; X is 1000 here.
    @Test(arguments: [
        (["清水铺"], ["3000", "-1500", "-1500"]),
        (["鲢鱼溪"], ["4000", "-3000", "-1000"]),
        (["茅台镇上游"], ["5000", "-2500", "-2500"]),
        (["清水铺", "鲢鱼溪", "茅台镇上游"], ["4000", "-3000", "-1000"]),
    ])
    func b5FailureIsRouted(_ failing: [String], _ nets: [String]) throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load(first), "2018", readings: try readings("2018", failing: failing),
            supplied: parameters())
        for (province, net) in zip(["云南省", "贵州省", "四川省"], nets) {
            #expect(try settlement.value(of: "净额(\(province))") == "\(net) 万元", "\(province)")
        }
    }

    /// X of 1 yuan and of 1 fen: what Yunnan gives and what the others receive still adds up.
    @Test(arguments: [
        ("1 元", ["520000 → 530000: 1999.99995", "510000 → 530000: 1999.99995"]),
        ("0.01 元", ["520000 → 530000: 1999.999999", "510000 → 530000: 2000"]),
    ])
    func b5OddDeductionLosesNothing(_ deduction: String, _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(first), "2018", readings: try readings("2018", failing: ["清水铺"]),
                supplied: parameters(deduction: deduction)) == expected)
    }

    @Test(arguments: ["清水铺", "鲢鱼溪", "茅台镇上游"])
    func nothingIsSettledWhileASectionHasNoData(_ section: String) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(first), "2018", readings: try readings("2018", without: [section]),
                supplied: parameters()) == [])
    }

    @Test func openNumbersMustBeGiven() throws {
        #expect(
            try SchemeLibrary.obstacle(try SchemeLibrary.load(first), "2018", readings: try readings("2018"))
                == "parameter-missing")
    }

    /// F3: the second round was signed in January 2023 and applies from 2021; it says nothing of 2020.
    @Test func f3ValidityBeginsBeforeTheSignature() throws {
        let scheme = try SchemeLibrary.load(second)
        #expect(try SchemeLibrary.obstacle(scheme, "2021", supplied: parameters()) == nil)
        #expect(try SchemeLibrary.obstacle(scheme, "2020", supplied: parameters()) == "period-outside-validity")
    }
}
