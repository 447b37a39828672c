import Compensation
import Testing

/// 重庆 2023, cleared by the year (渝财环〔2023〕33号): cases C2 to C5 and C7. Money in 万元.
@Suite struct ChongqingYearSchemeTests {
    private let file = "重庆-2023-年度清缴"
    private let c2 = ["Ⅱ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅰ", "Ⅲ", "Ⅱ", "Ⅴ", "Ⅲ", "Ⅱ", "Ⅲ", "Ⅱ"]
    private let open = ["补偿基准(茨坝) = Ⅲ", "补偿基准(璧南河出境) = Ⅲ"]

    private func classes(_ section: String, _ classes: [String]) -> [String] {
        SchemeLibrary.months(2023, classes).map { "月类别(\(section), \($0.month)) = \($0.entry)" }
    }

    private func settled(_ facts: [String], eachInFull: String = "no") throws -> Settlement {
        try SchemeLibrary.settled(
            try SchemeLibrary.load(file), "2023", supplied: open + ["双方各自缴纳 = \(eachInFull)"] + facts)
    }

    @Test func c2YearIs400ToUpstream() throws {
        let settlement = try settled(classes("茨坝", c2))
        let months = [100, 100, 0, -100, 200, 0, 100, -200, 0, 100, 0, 100]
        for (month, amount) in SchemeLibrary.months(2023, months.map { "\($0) 万元" }) {
            #expect(try settlement.value(of: "月补偿(茨坝, \(month))") == amount, "\(month)")
        }
        #expect(try settlement.value(of: "年度金额(茨坝)") == "400 万元")
        #expect(settlement.texts == ["500116 → 500118: 400"])
    }

    @Test(arguments: [
        (["财政部门同意", "生态环境部门同意"], 600), (["财政部门同意"], 400), (["生态环境部门同意"], 400),
    ])
    func c3ExemptedFloodIs600(_ approvals: [String], _ expected: Int) throws {
        let facts = classes("茨坝", c2) + approvals.map { "\($0)(茨坝, 2023-08) = yes" }
        #expect(try settled(facts).texts == ["500116 → 500118: \(expected)"])
    }

    @Test func c4ForcedDeductionAdds10Percent() throws {
        let facts = classes("茨坝", c2) + ["未履行补偿义务(茨坝) = yes"]
        #expect(try settled(facts).texts == ["500116 → 500118: 440"])
    }

    @Test func c4ForcedDeductionFromUpstream() throws {
        let facts = classes("茨坝", Array(repeating: "Ⅳ", count: 12)) + ["未履行补偿义务(茨坝) = yes"]
        #expect(try settled(facts).texts == ["500118 → 500116: 1320"])
    }

    /// From January to the end of July no agreement: 7 × 100, from the two together or from each (open).
    @Test(arguments: [
        ("no", ["500118 → 500000: 350", "500116 → 500000: 350"]),
        ("yes", ["500118 → 500000: 700", "500116 → 500000: 700"]),
    ])
    func c5SevenMonthsWithoutAgreementAre700(_ eachInFull: String, _ expected: [String]) throws {
        let facts = SchemeLibrary.months(2023, Array(repeating: "yes", count: 7))
            .map { "未签协议(茨坝, \($0.month)) = \($0.entry)" }
        let settlement = try settled(facts, eachInFull: eachInFull)
        #expect(try settlement.value(of: "应缴基金(茨坝)") == "700 万元")
        #expect(settlement.texts == expected)
        // The classes of these months count for nothing: from August on C2 gives −200 + 0 + 100 + 0 + 100.
        let both = try settled(facts + classes("茨坝", c2), eachInFull: eachInFull)
        #expect(both.texts == expected)
        #expect(try both.value(of: "年度金额(茨坝)") == "0 万元")
    }

    @Test func c7TwoRiversAreNotNetted() throws {
        let facts =
            classes("茨坝", ["Ⅱ", "Ⅱ", "Ⅱ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ"])
            + classes("璧南河出境", ["Ⅳ", "Ⅳ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ", "Ⅲ"])
        #expect(try settled(facts).texts == ["500116 → 500118: 300", "500120 → 500116: 200"])
    }

    @Test func monthsWithoutAClassCountForNothing() throws {
        #expect(try settled([]).texts == [])
        #expect(try settled(["月类别(茨坝, 2023-03) = Ⅱ"]).texts == ["500116 → 500118: 100"])
    }
}
