import Compensation
import Testing

/// 重庆 2023, computed by the month (渝财环〔2023〕33号): cases C1, C3 and C6 to C9. Money in 万元.
@Suite struct ChongqingMonthSchemeTests {
    private let file = "重庆-2023"
    private let ciba = "500118-ciba"

    private func targets(_ changed: [String: String] = [:]) -> [String] {
        ["茨坝", "璧南河考核断面", "临江河河口", "涪江入境"].map { "考核目标(\($0)) = \(changed[$0] ?? "Ⅲ")" }
    }

    /// Rows: the base; columns: the class of the month Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ 劣Ⅴ. Plus: downstream (500116) pays upstream (500118).
    @Test(arguments: [
        ("Ⅰ", [0, -100, -200, -200, -200, -200]),
        ("Ⅱ", [100, 0, -100, -200, -200, -200]),
        ("Ⅲ", [200, 100, 0, -100, -200, -200]),
        ("Ⅳ", [200, 200, 100, 0, -100, -200]),
        ("Ⅴ", [200, 200, 200, 0, 0, -100]),
    ])
    func c1TruthTable(_ base: String, _ amounts: [Int]) throws {
        let scheme = try SchemeLibrary.load(file)
        for (grade, amount) in zip(["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"], amounts) {
            let expected =
                amount == 0
                ? [] : [amount > 0 ? "500116 → 500118: \(amount)" : "500118 → 500116: \(-amount)"]
            #expect(
                try SchemeLibrary.transfers(
                    scheme, "2023-04", readings: [try SchemeLibrary.classed(ciba, "2023-04", grade)],
                    supplied: targets(["茨坝": base])) == expected, "base \(base), class \(grade)")
        }
    }

    @Test(arguments: [
        (["财政部门同意"], ["500118 → 500116: 200"]), (["生态环境部门同意"], ["500118 → 500116: 200"]),
        ([], ["500118 → 500116: 200"]), (["财政部门同意", "生态环境部门同意"], []),
    ])
    func c3ExemptionNeedsBothApprovals(_ approvals: [String], _ expected: [String]) throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(file), "2023-08", readings: [try SchemeLibrary.classed(ciba, "2023-08", "Ⅴ")],
                supplied: targets() + approvals.map { "\($0)(茨坝) = yes" }) == expected)
    }

    /// The exemption frees upstream of what it owes, not downstream.
    @Test func c3ExemptionDoesNotTakeFromUpstream() throws {
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(file), "2023-08", readings: [try SchemeLibrary.classed(ciba, "2023-08", "Ⅱ")],
                supplied: targets() + ["财政部门同意(茨坝) = yes", "生态环境部门同意(茨坝) = yes"])
                == ["500116 → 500118: 100"])
    }

    @Test func c6BaseIsTheTargetOfTheNearestAssessmentSection() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load(file), "2023-04",
            readings: [try SchemeLibrary.classed("500120-binan-chujing", "2023-04", "Ⅲ")],
            supplied: targets(["璧南河考核断面": "Ⅱ"]))
        #expect(try settlement.value(of: "补偿基准(璧南河出境)") == "Ⅱ")
        #expect(settlement.texts == ["500120 → 500116: 100"])
    }

    @Test func c7TwoRiversAreTwoRecords() throws {
        let readings = [
            try SchemeLibrary.classed(ciba, "2023-04", "Ⅰ"),
            try SchemeLibrary.classed("500120-binan-chujing", "2023-04", "Ⅳ"),
        ]
        #expect(
            try SchemeLibrary.transfers(
                try SchemeLibrary.load(file), "2023-04", readings: readings, supplied: targets())
                == ["500116 → 500118: 200", "500120 → 500116: 100"])
    }

    /// The municipal finance (500000) stands in upstream of the first and downstream of the last section; the rivers
    /// that rise in Chongqing have no head record.
    @Test(arguments: [
        ("500152-fujiang-rujing", "Ⅱ", ["500152 → 500000: 100"]),
        ("500152-fujiang-rujing", "Ⅳ", ["500000 → 500152: 100"]),
        ("500116-linjiang-hekou", "Ⅱ", ["500000 → 500116: 100"]),
        ("500116-linjiang-hekou", "Ⅴ", ["500116 → 500000: 200"]),
    ])
    func c8MunicipalFinanceStandsInAtHeadAndTail(_ section: String, _ grade: String, _ expected: [String]) throws {
        let readings = [try SchemeLibrary.classed(section, "2023-04", grade)]
        let scheme = try SchemeLibrary.load(file)
        #expect(try SchemeLibrary.transfers(scheme, "2023-04", readings: readings, supplied: targets()) == expected)
    }

    @Test func c8RiversThatRiseInChongqingHaveNoHeadRecord() throws {
        let settlement = try SchemeLibrary.settled(try SchemeLibrary.load(file), "2023-04", supplied: targets())
        let records = settlement.steps.map(\.name).filter { $0.hasPrefix("断面补偿(") }
        #expect(records == ["断面补偿(茨坝)", "断面补偿(璧南河出境)", "断面补偿(临江河河口)", "断面补偿(涪江入境)"])
        #expect(settlement.transfers.isEmpty)
    }

    private func agreed(one: String, two: String) throws -> Result<Scheme, SchemeProblems> {
        try SchemeLibrary.load(
            file, replacing: "\"one class\" = 100 万元\nlet 相差两类标准 \"two classes or more\" = 200 万元",
            by: "\"one class\" = \(one) 万元\nlet 相差两类标准 \"two classes or more\" = \(two) 万元")
    }

    @Test func c9AgreementMayRaiseTheStandard() throws {
        #expect(
            try SchemeLibrary.transfers(
                try agreed(one: "150", two: "300").get(), "2023-04",
                readings: [try SchemeLibrary.classed(ciba, "2023-04", "Ⅰ")], supplied: targets())
                == ["500116 → 500118: 300"])
    }

    @Test(arguments: [("80", "200"), ("100", "199.99"), ("99", "300")])
    func c9AgreementMayNotLowerTheStandard(_ one: String, _ two: String) throws {
        guard case .failure(let problems) = try agreed(one: one, two: two) else {
            Issue.record("accepted \(one)/\(two)")
            return
        }
        #expect(problems.all.map(\.code) == ["requirement-not-met"])
    }
}
