import Compensation
import Testing

/// Every reason for which rules over lists, periods, tables and supplied values are refused, with its exact place.
@Suite struct SchemeListProblemTests {
    /// A sound scheme of a year; each entry of the table below replaces one of its lines,
    /// where ▸ marks the place that must be named.
    private static let sound: [String] = [
        "# 第一条",
        "```tongzhou",
        "scheme test-2",
        "title \"试验方案\" \"Trial scheme\"",
        "period year",
        "valid from 2021 to 2023",
        "party 甲省 \"A\" = 340000",
        "party 乙省 \"B\" = 330000",
        "party 丙省 \"C\" = 320000",
        "section 断面一 \"Section 1\" = 330000-1 river",
        "section 断面二 \"Section 2\" = 330000-2 lake",
        "list 断面 \"sections\" = 断面一, 断面二",
        "list 成员 \"members\" = 甲省, 乙省",
        "table 目标 \"target\" for 某断面 in 断面",
        "  断面一: Ⅱ",
        "  断面二: Ⅲ",
        "param 单价 \"price\": 万元/t",
        "fact 水量 \"volume\" for 月 in months of period: 万m³",
        "let 均值 \"means\" for 某断面 in 断面, 月 in months of period =",
        "  mean of readings at 某断面 in 月 where status is normal",
        "let 通量 \"load\" for 月 in months of period = CODMn of 均值(断面一, 月) * 水量(月)",
        "let 全年 \"year\" = sum of 通量(月) for 月 in months of period skip-missing",
        "let 净额 \"net\" for 省 in 成员 = 0 元",
        "require 1 > 0 \"总成立\" \"always\"",
        "pay 补偿 \"compensation\"",
        "  when missing 全年: nothing",
        "  otherwise: 甲省 pays 乙省 round 全年 * 单价 to 0.01 元 by half-even",
        "```",
    ]

    private static func places(_ lines: [String]) -> [String] {
        SchemeProblemTests.problems(lines).map { "\($0.line):\($0.column) \($0.code)" }
    }

    @Test func theSoundOneIsAccepted() { #expect(Self.places(Self.sound) == []) }

    @Test(arguments: [
        (12, "list 断面 \"sections\" = 断面一, ▸甲省", "mixed-list"),
        (12, "list 断面 \"sections\" = 断面一, 断面二, ▸断面一", "repeated-member"),
        (12, "list 断面 \"sections\" = 断面一, ▸断面三", "unknown-name"),
        (13, "list 成员 \"members\" = 甲省, ▸断面", "not-a-member"),
        (15, "  断面一: Ⅱ ▸元", "syntax"),
        (15, "  ▸断面一, 2021: Ⅱ", "table-key"),
        (15, "  断面二: Ⅱ", "16:3 table-key"),
        (15, "  断面一: 2 万元", "16:8 wrong-type"),
        (16, "  ▸甲省: Ⅲ", "not-in-list"),
        (16, "  ", "14:7 table-incomplete"),
        (17, "param 单价 \"price\": ▸万圆/t", "unknown-unit"),
        (17, "param 单价 \"price\" ▸= 2 万元/t", "syntax"),
        (18, "fact 水量 \"volume\" for 月 in ▸各月: 万m³", "unknown-name"),
        (18, "fact 水量 \"volume\" for 月 in weeks of month 2021-01: 万m³", "21:68 wrong-type"),
        (18, "fact 水量 \"volume\" for 月 in months of period: 万m³ otherwise ▸1 t", "unit-mixing"),
        (19, "let 均值 \"means\" for ▸断面 in 断面, 月 in months of period =", "redefinition"),
        (20, "  mean of readings at 某断面 in ▸断面一 where status is normal", "wrong-type"),
        (20, "  mean of readings at ▸月 in 月 where status is normal", "not-a-section"),
        (21, "let 通量 \"load\" for 月 in months of period = CODMn of 均值(▸月, 断面一) * 水量(月)", "wrong-type"),
        (21, "let 通量 \"load\" for 月 in months of period = CODMn of ▸均值(断面一) * 水量(月)", "wrong-arguments"),
        (21, "let 通量 \"load\" for 月 in months of period = CODMn of 均值(断面一, 月 ▸back 45 days) * 水量(月)", "bad-shift"),
        (22, "let 全年 \"year\" = sum of 通量(月) for 月 in ▸quarters of month 2021-01 skip-missing", "not-whole-period"),
        (22, "let 全年 \"year\" = sum of 通量(月) for 月 in ▸months 2021-06 to 2021-01 skip-missing", "range-reversed"),
        (22, "let 全年 \"year\" = sum of 通量(月) for 月 in ▸days 1990-01-01 to 1999-01-01 skip-missing", "too-many-periods"),
        (22, "let 全年 \"year\" = count of 月 in months of period where ▸水量(月) > 0 万m³", "missing-not-handled"),
        (23, "let 净额 \"net\" for 省 in 成员 = when 省 = 甲省: 0 元 otherwise: ▸0 t", "unit-mixing"),
        (23, "let 净额 \"net\" for 省 in 成员 = 目标(▸省)", "not-in-list"),
        (23, "let 净额 \"net\" for 省 in 成员 = 1 元 + min(1 元, ▸1 t)", "unit-mixing"),
        (24, "require ▸80 万元 >= 100 万元 \"不低于最低标准\" \"not below the minimum\"", "requirement-not-met"),
        (24, "require ▸水量(month 2021-01) > 0 万m³ \"有水\" \"water\"", "missing-not-handled"),
        (27, "  otherwise: 甲省 pays ▸丁省 1 元", "not-a-party"),
        (27, "  otherwise: 甲省 pays ▸断面一 1 元", "not-a-party"),
        (27, "  otherwise: balance ▸目标", "bad-balance"),
        (27, "  otherwise: 甲省 pays 乙省 ▸全年", "amount-not-money"),
    ])
    func problem(_ line: Int, _ replacement: String, _ expected: String) {
        var lines = Self.sound
        lines[line - 1] = replacement.filter { $0 != "▸" }
        let place = replacement.firstIndex(of: "▸").map { mark in
            "\(line):\(replacement[..<mark].unicodeScalars.count + 1) \(expected)"
        }
        #expect(Self.places(lines).first == place ?? expected)
    }

    @Test func aConditionOnAMemberNarrowsIt() {
        var lines = Self.sound
        lines[22] = "let 净额 \"net\" for 省 in 全体 = when 省 in 成员: 份额(省) otherwise: 0 元"
        lines[12] =
            "list 成员 \"members\" = 甲省, 乙省\nlist 全体 \"all\" = 甲省, 乙省, 丙省\n"
            + "table 份额 \"share\" for 某省 in 成员\n  甲省: 1 元\n  乙省: -1 元"
        #expect(Self.places(lines) == [])
        lines[22] = "let 净额 \"net\" for 省 in 全体 = when 省 != 丙省: 份额(省) otherwise: 份额(省)"
        #expect(Self.places(lines).map { String($0.drop { $0 != " " }) } == [" not-in-list"])
    }

    @Test func listsThatMultiplyBeyondAllMeasureAreRefused() {
        var lines = Self.sound
        lines[21] =
            "let 全年 \"year\" = sum of 1 t for 日 in days of period, 日二 in days of period, 日三 in days of period"
        lines[25] = "  when no: nothing"
        #expect(Self.places(lines) == ["22:1 too-much-work"])
    }
}
