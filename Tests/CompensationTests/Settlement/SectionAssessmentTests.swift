import Compensation
import TestSupport
import Testing

/// What a settlement says of the water at each section: means, classes, and what the rules held them against.
@Suite struct SectionAssessmentTests {
    /// `codmn 13 9783/1300 Ⅳ` and, behind bars, what it was held against; of what was measured.
    private static func items(_ assessment: SectionAssessment) -> [String] {
        assessment.items.filter { $0.value != nil }.map { item in
            let known =
                "\(item.indicator.code) \(item.count) \(item.value?.text ?? "") \(item.waterClass?.symbol ?? "-")"
            return ([known] + item.heldAgainst.map(text)).joined(separator: " | ")
        }
    }

    private static func grades(_ assessment: SectionAssessment) -> [String] {
        assessment.grades.map { grade in
            (["\(grade.step) \(grade.waterClass?.symbol ?? "-")"] + grade.heldAgainst.map(text)).joined(
                separator: " | ")
        }
    }

    private static func text(_ standard: SectionAssessment.Standard) -> String {
        (standard.step.map { "\($0) " } ?? "") + (standard.limitOf.map { "limit of \($0.symbol) " } ?? "")
            + standard.value
    }

    /// The assessment of a section, after all of them were found to say what the steps say, which are agreed on.
    private static func assessment(_ section: String, _ settlement: Settlement) throws -> SectionAssessment {
        for assessment in settlement.assessments {
            let values = assessment.items.map { "\($0.indicator.code)=\($0.value?.text ?? "missing")" }
            #expect(try settlement.value(of: assessment.step) == values.joined(separator: ";"))
            for grade in assessment.grades {
                #expect(try settlement.value(of: grade.step) == grade.waterClass?.symbol ?? "missing")
            }
        }
        return try #require(settlement.assessments.first { $0.section.text == section })
    }

    private static func liye(_ readings: [Reading]) throws -> SectionAssessment {
        let settlement = try SchemeLibrary.settled(try Fixtures.youshui(), "2021-04", readings: readings)
        #expect(settlement.assessments.count == 1)
        return try assessment("430000-liye", settlement)
    }

    /// F1: 97.83/13 is class Ⅳ, 0.026 and 0.047 are Ⅰ and Ⅱ; pH 99.60/13 and DO 115.87/13 are the sums of the same
    /// thirteen rows. The rule asks for class Ⅲ.
    @Test func f1WithTheSpike() throws {
        let april = try Self.liye(try LiyeReadings.all())
        #expect(april.step == "月均值" && april.period.text == "2021-04" && april.function == .mean)
        #expect(
            Self.items(april) == [
                "codmn 13 9783/1300 Ⅳ", "do 13 11587/1300 Ⅰ", "nh3n 13 333/13000 Ⅰ", "ph 13 498/65 Ⅰ",
                "tp 13 307/6500 Ⅱ",
            ])
        #expect(april.items.first?.display == "≈7.5254")
        #expect(Self.grades(april) == ["月类别 Ⅳ | Ⅲ"])
    }

    /// F1: 16.23/7 is class Ⅱ.
    @Test func f1WithoutTheSpike() throws {
        let april = try Self.liye(
            try LiyeReadings.all().filter { $0.value(of: .permanganateIndex)?.text != "13.60" })
        #expect(Self.items(april).first == "codmn 7 1623/700 Ⅱ")
        #expect(april.items.first?.display == "≈2.3186")
        #expect(Self.grades(april) == ["月类别 Ⅱ | Ⅲ"])
    }

    @Test func aMonthWithoutDataIsHeldAgainstNothing() throws {
        let april = try Self.liye([])
        #expect(april.items.map(\.indicator.code) == ["codmn", "do", "nh3n", "ph", "tp"])
        #expect(april.items.allSatisfy { $0.value == nil && $0.count == 0 && $0.display == "—" })
        #expect(Self.grades(april) == ["月类别 -"])
    }

    /// D1: CODMn 0.2 times and TP 0.7 times over the limits of class Ⅲ, 6 and 0.2 mg/L in GB 3838-2002 table 1, where
    /// NH3-N has 1 mg/L. The limits are steps of the scheme.
    @Test func d1LimitsThatAreSteps() throws {
        let sections = ["管家渡", "汪溪", "泾南交界", "殷桥", "枞阳大闸", "顺安河入江口", "石头埠"]
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("安徽-地表水断面-2018"), "2019-06",
            readings: [try SchemeLibrary.means("341800-wangxi", "2019-06", "codmn 7.2, nh3n 0.9, tp 0.34")],
            supplied: SchemeLibrary.each("水质目标", sections, "Ⅲ"))
        #expect(settlement.assessments.map(\.step) == sections.map { "月均值(\($0))" })
        let wangxi = try Self.assessment("341800-wangxi", settlement)
        #expect(
            Self.items(wangxi) == [
                "codmn 1 7.2 Ⅳ | 限值(汪溪, CODMn) 6 mg/L", "nh3n 1 0.9 Ⅲ | 限值(汪溪, NH3-N) 1 mg/L",
                "tp 1 0.34 Ⅴ | 限值(汪溪, TP) 0.2 mg/L",
            ])
        #expect(wangxi.items.count == 21)
        #expect(Self.grades(wangxi) == ["月类别(汪溪) Ⅴ | 水质目标(汪溪) Ⅲ"])
        let other = try Self.assessment("341800-guanjiadu", settlement)
        #expect(Self.items(other) == [] && Self.grades(other) == ["月类别(管家渡) -"])
    }

    /// B13: COD 35 against 30 mg/L, the limit of class Ⅳ, asked for in the middle of a formula.
    @Test func b13LimitsInAFormula() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("辽宁-2017"), "2018-03",
            readings: [try SchemeLibrary.means("211200-zhuershan", "2018-03", "cod 35")],
            supplied: SchemeLibrary.each("目标类别", ["珠尔山", "福德店", "盘锦兴安"], "Ⅳ") + ["劣五类加倍 = no"])
        let zhuershan = try Self.assessment("211200-zhuershan", settlement)
        #expect(Self.items(zhuershan) == ["cod 1 35 Ⅴ | limit of Ⅳ 30 mg/L"])
        #expect(Self.grades(zhuershan) == ["月类别(珠尔山) Ⅴ | 目标类别(珠尔山) Ⅳ | 劣Ⅴ"])
    }

    /// C23: 0.0501 against 0.05 mg/L. No rule asks for a class.
    @Test func c23LimitOfTheAgreement() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("乌江-贵州-重庆"), "2024",
            readings: [try SchemeLibrary.means("520000-wujiang-jiaojie", "2024-06", "tp 0.0501")],
            supplied: ["补偿额 = 100 万元"])
        let border = try Self.assessment("520000-wujiang-jiaojie", settlement)
        #expect(Self.items(border) == ["tp 1 0.0501 - | 总磷限值 0.05 mg/L"])
        #expect(border.items.first?.heldAgainst.first?.name == Bilingual(zh: "总磷限值", en: "limit"))
        #expect(border.grades == [])
    }

    /// D10: the ratios to the base are weighted and added; no mean is held against anything by itself.
    @Test func d10AnIndexHoldsNoMeanAgainstALimit() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("新安江-安徽-浙江-第三轮"), "2018",
            readings: [try SchemeLibrary.means("340000-jiekou", "2018-06", "codmn 2, nh3n 0.09, tp 0.055, tn 1.05")],
            supplied: [
                "基准浓度(CODMn) = 2 mg/L", "基准浓度(NH3-N) = 0.1 mg/L", "基准浓度(TP) = 0.05 mg/L",
                "基准浓度(TN) = 1 mg/L",
            ])
        let jiekou = try Self.assessment("340000-jiekou", settlement)
        #expect(Self.items(jiekou) == ["codmn 1 2 -", "nh3n 1 0.09 -", "tn 1 1.05 -", "tp 1 0.055 -"])
        #expect(jiekou.grades == [])
    }

    /// A2: this year and the year before, each under its own period; class Ⅱ against the baseline Ⅲ.
    @Test func a2TwoYears() throws {
        let settlement = try SchemeLibrary.settled(
            try SchemeLibrary.load("黄河-河南-山东-第一轮"), "2021",
            readings: [
                try SchemeLibrary.means("370000-liuzhuang", "2020-06", "cod 12.5, nh3n 0.2, tp 0.1"),
                try SchemeLibrary.means("370000-liuzhuang", "2021-06", "cod 12, nh3n 0.2, tp 0.1"),
            ])
        #expect(settlement.assessments.map { "\($0.step) \($0.period.text)" } == ["本年均值 2021", "上年均值 2020"])
        let now = try Self.assessment("370000-liuzhuang", settlement)
        #expect(Self.items(now) == ["cod 1 12 Ⅰ", "nh3n 1 0.2 Ⅱ", "tp 1 0.1 Ⅱ"])
        #expect(Self.grades(now) == ["年度类别 Ⅱ | Ⅲ"])
        let before = try #require(settlement.assessments.last)
        #expect(Self.items(before) == ["cod 1 12.5 -", "nh3n 1 0.2 -", "tp 1 0.1 -"])
    }

    @Test func withoutStepsThereIsNothingToSay() throws {
        let outcome = try Fixtures.youshui().settle(
            period: try #require(Period("2021-04")), readings: try LiyeReadings.all(), tracing: false)
        guard case .settled(let settlement) = outcome else {
            Issue.record("not settled")
            return
        }
        #expect(settlement.assessments == [])
    }
}
