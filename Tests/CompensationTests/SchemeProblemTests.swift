import Compensation
import Testing

/// Every reason for which a text is refused, with its exact place. A place is `line:column code`.
@Suite struct SchemeProblemTests {
    /// A sound scheme; its rules begin in line 3, under the article 第一条.
    static let sound: [String] = [
        "# 第一条",
        "```tongzhou",
        "scheme test-1",
        "title \"试验方案\" \"Trial scheme\"",
        "party 上游 \"upstream\" = 500000",
        "party 下游 \"downstream\" = 430000",
        "section 断面甲 \"Section A\" = 430000-a river",
        "period month",
        "valid from 2021-01 to 2021-12",
        "let 补偿额 \"amount\" = 40万元",
        "let 均值 \"means\" = mean of readings at 断面甲 where status is normal",
        "let 类别 \"class\" = class of 均值 by pH, CODMn",
        "let 浓度 \"concentration\" = CODMn of 均值",
        "pay 补偿 \"compensation\"",
        "  when missing 类别 or missing 浓度: nothing",
        "  when 类别 <= Ⅲ: 下游 pays 上游 补偿额",
        "  otherwise: 上游 pays 下游 补偿额",
        "```",
    ]

    static func problems(_ lines: [String]) -> [SchemeProblem] {
        switch Scheme.load(Array(lines.joined(separator: "\n").utf8)) {
        case .success: []
        case .failure(let problems): problems.all
        }
    }

    static func places(_ lines: [String]) -> [String] {
        problems(lines).map { "\($0.line):\($0.column) \($0.code)" }
    }

    @Test func soundSchemeIsAccepted() {
        #expect(Self.places(Self.sound) == [])
    }

    /// One line of the sound scheme (1-based) exchanged for another, and what is found then.
    @Test(arguments: [
        // statements
        (3, "scheme Test 1", ["3:8 bad-identifier"]),
        (3, "schema test-1", ["1:1 missing-statement", "3:1 unknown-statement"]),
        (4, "title \"试验方案\"", ["4:13 missing-label"]),
        (4, "title \"试验方案\" \" \"", ["4:14 empty-text"]),
        (4, "title \"试验方案", ["4:7 unclosed-text"]),
        (4, "scheme test-2", ["1:1 missing-statement", "4:1 repeated-statement"]),
        (4, "", ["1:1 missing-statement"]),
        (5, "party 上游 \"upstream\" = 50000", ["5:23 bad-party-code"]),
        (5, "party 上游 = 500000", ["5:10 missing-label"]),
        (5, "party upstream \"upstream\" = 500000", ["5:7 reserved-name", "16:25 not-a-party"]),
        (5, "party Ⅲ \"upstream\" = 500000", ["5:7 reserved-name", "16:25 not-a-party"]),
        (5, "party 2游 \"upstream\" = 500000", ["5:7 syntax", "16:25 not-a-party"]),
        (5, "party 上/游 \"upstream\" = 500000", ["5:7 bad-name", "16:25 not-a-party"]),
        (5, "party 上游 “upstream” = 500000", ["5:10 unexpected-character"]),
        (6, "party 上游 \"downstream\" = 430000", ["6:7 redefinition", "16:17 not-a-party"]),
        (7, "section 断面甲 \"Section A\" = 430000-a pond", ["7:36 unknown-body-type"]),
        (7, "section 断面甲 \"Section A\" = : river", ["7:27 bad-section-id"]),
        (8, "period months", ["8:8 unknown-period-kind"]),
        (9, "valid from 2021-13 to 2021-12", ["9:12 bad-period"]),
        (9, "valid from 2022-01 to 2021-12", ["9:12 validity-reversed"]),
        (9, "valid from 2021-01 until 2021-12", ["9:20 syntax"]),
        (8, "period month month", ["8:14 syntax"]),
        // numbers, units, words
        (10, "let 补偿额 \"amount\" = 40.5.1万元", ["10:20 number-form"]),
        (10, "let 补偿额 \"amount\" = 040 万元", ["10:20 number-form"]),
        (10, "let 补偿额 \"amount\" = 40 万圆", ["10:23 unknown-unit"]),
        (10, "let 补偿额 \"amount\" = 40 万元 ÷ 2", ["10:26 unexpected-character"]),
        (10, "let 补偿额 \"amount\" = 40 mg/L", ["16:28 amount-not-money"]),
        (10, "let 补偿额 \"amount\" = 40 万元 + 2 mg/L", ["10:26 unit-mixing"]),
        (10, "let 补偿额 \"amount\" = 40 万元 / (2 - 2)", ["10:29 division-by-zero"]),
        (10, "let 补偿额 \"amount\" = 0 元 - 40 万元", ["16:28 negative-amount"]),
        (10, "let 补偿额 \"amount\" = 0.001 元", ["16:28 not-whole-fen"]),
        (10, "let 补偿额 \"amount\" = round 40 万元 to 0 元 by half-even", ["10:35 rounding-step"]),
        (10, "let 补偿额 \"amount\" = round 40 万元 to 1 t by half-even", ["10:35 unit-mixing"]),
        (10, "let 补偿额 \"amount\" = round 40 万元 to 1 元 by half-odd", ["10:42 unknown-rounding"]),
        (11, "let 均值 \"means\" = mean of readings at 断面乙 where status is normal", ["11:38 unknown-name"]),
        (11, "let 均值 \"means\" = mean of readings at 上游 where status is normal", ["11:38 not-a-section"]),
        (11, "let 均值 \"means\" = mean of readings at 断面甲 where status is fine", ["11:58 unknown-status"]),
        (11, "let 均值 \"means\" = mean of readings at 断面甲", ["11:41 syntax"]),
        // names and types
        (12, "let 类别 \"class\" = class of 均值 by pH, CODCr", ["12:37 unknown-indicator"]),
        (12, "let 类别 \"class\" = class of 均值 by pH, pH", ["12:37 repeated-indicator"]),
        (12, "let 类别 \"class\" = class of 补偿额 by pH", ["12:27 wrong-type"]),
        (12, "let 类别 \"class\" = class of 浓度 by pH", ["12:27 used-before-definition"]),
        (13, "let 浓度 \"concentration\" = 均值", ["13:26 wrong-type"]),
        (13, "let 浓度 \"concentration\" = 上游 * 2", ["13:26 wrong-type"]),
        (13, "let 浓度 \"concentration\" = 类别 + Ⅰ", ["13:26 wrong-type"]),
        (13, "let 浓度 \"concentration\" = 2 < 3 < 4", ["13:32 syntax"]),
        // payments
        (15, "  when missing 补偿额: nothing", ["15:16 never-missing"]),
        (15, "  when missing 浓度: nothing", ["16:8 missing-not-handled"]),
        (15, "  when 浓度 > 6 mg/L: nothing", ["15:8 missing-not-handled"]),
        (15, "  when missing 类别 and missing 浓度: nothing", ["16:8 missing-not-handled"]),
        (16, "  when class of 均值 by pH <= Ⅲ: 下游 pays 上游 补偿额", ["16:8 missing-not-handled"]),
        (16, "  when 类别 <= 3: 下游 pays 上游 补偿额", ["16:11 class-with-quantity"]),
        (16, "  when 浓度 <= 3 t: 下游 pays 上游 补偿额", ["16:11 unit-mixing"]),
        (16, "  when 类别: 下游 pays 上游 补偿额", ["16:8 wrong-type"]),
        (16, "  when 类别 <= Ⅲ： 下游 pays 上游 补偿额", ["16:15 unexpected-character"]),
        (16, "  when 类别 <= Ⅲ: 断面甲 pays 上游 补偿额", ["16:17 not-a-party"]),
        (16, "  when 类别 <= Ⅲ: 下游 pays 下游 补偿额", ["16:25 same-party"]),
        (16, "  when 类别 <= Ⅲ: 下游 pays 上游 类别", ["16:28 amount-not-money"]),
        (16, "  when 类别 <= Ⅲ: 下游 pays 上游", ["16:27 syntax"]),
        (16, "  otherwise: nothing", ["17:3 case-after-otherwise"]),
        (17, "  when 类别 > Ⅲ: 上游 pays 下游 补偿额", ["14:5 no-otherwise"]),
        (14, "pays 补偿 \"compensation\"", ["1:1 missing-statement", "14:1 unknown-statement"]),
        // the text around the rules
        (1, "# 第一条 <!-- -->", ["1:7 raw-html"]),
        (1, "<details>", ["1:1 raw-html"]),
        (1, "# 第一条\u{202E}", ["1:6 forbidden-character"]),
        (3, "scheme test-1\r", ["3:14 forbidden-character"]),
        (3, "scheme\ttest-1", ["3:7 forbidden-character"]),
        (3, " scheme test-1", ["1:1 missing-statement", "3:1 indented-statement"]),
        (1, "> ```tongzhou", ["1:3 misplaced-block"]),
        (2, "```text", ["1:1 no-block"]),
        (2, " ```tongzhou", ["2:2 misplaced-block"]),
        (18, "", ["2:1 unclosed-block"]),
    ])
    func problem(_ line: Int, _ replacement: String, _ expected: [String]) {
        var lines = Self.sound
        lines[line - 1] = replacement
        #expect(Self.places(lines) == expected)
    }

    @Test func everyProblemIsExplainedInBothLanguagesUnderItsArticle() throws {
        var lines = Self.sound
        lines[9] = "let 补偿额 \"amount\" = 40 万圆"
        let problem = try #require(Self.problems(lines).first)
        #expect(problem.article == "第一条")
        #expect(problem.message.zh.contains("是否指“万元”"))
        #expect(problem.message.en.contains("Did you mean \"万元\""))
        #expect(Self.problems(lines).count == 1, "a name with a mistake is not reported again where it is used")
    }

    @Test func severalProblemsAreReportedTogether() {
        var lines = Self.sound
        lines[4] = "party 上游 \"upstream\" = 5"
        lines[7] = "period hour"
        lines[12] = "let 浓度 \"concentration\" = 浓渡"
        #expect(
            Self.places(lines) == ["5:23 bad-party-code", "8:8 unknown-period-kind", "13:26 unknown-name"])
    }

    @Test func notUTF8() {
        var bytes = Array(Self.sound.joined(separator: "\n").utf8)
        bytes.insert(0xFF, at: 2)
        guard case .failure(let problems) = Scheme.load(bytes) else {
            Issue.record("accepted")
            return
        }
        #expect(problems.all.map(\.code) == ["not-utf8"])
        #expect(problems.all.first?.column == 3)
    }

    @Test func limits() {
        let long = Array(repeating: UInt8(ascii: " "), count: SchemeLimits.bytes + 1)
        guard case .failure(let problems) = Scheme.load(long) else {
            Issue.record("accepted")
            return
        }
        #expect(problems.all.map(\.code) == ["file-too-large"])

        var nested = Self.sound
        let open = String(repeating: "(", count: 5000)
        let close = String(repeating: ")", count: 5000)
        nested[9] = "let 补偿额 \"amount\" = \(open)40 万元\(close)"
        #expect(Self.places(nested) == ["10:84 too-deep"])
        nested[9] = "let 补偿额 \"amount\" = 1 元" + String(repeating: " + 1 元", count: 5000)
        #expect(Self.places(nested).map { $0.hasSuffix("too-deep") } == [true])
        nested[9] = "let 补偿额 \"amount\" = " + String(repeating: "- ", count: 5000) + "1 元"
        #expect(Self.places(nested).map { $0.hasSuffix("too-deep") } == [true])

        let many = (0...SchemeLimits.statements).map { "let N\($0) \"n\" = 1" }
        let places = Self.places(Array(Self.sound[..<13]) + many + Array(Self.sound[13...]))
        #expect(places == ["503:1 too-many-statements"])
    }

    /// Squaring doubles the digits: without a limit forty lines would fill the memory.
    @Test func numbersCannotGrowWithoutEnd() {
        var lines = Self.sound
        lines.insert("let A0 \"a\" = 123456789012345678", at: 9)
        for index in 1...40 {
            lines.insert("let A\(index) \"a\" = A\(index - 1) * A\(index - 1)", at: 9 + index)
        }
        let places = Self.places(lines)
        #expect(places.count == 1)
        #expect(places.first?.hasSuffix("number-too-large") == true)
    }

    @Test func unitsCannotGrowWithoutEnd() {
        var lines = Self.sound
        let cubes = String(repeating: " * 1 元", count: 12)
        lines.insert("let A \"a\" = 1 元" + cubes, at: 9)
        #expect(Self.places(lines).map { $0.hasSuffix("unit-too-complex") } == [true])
    }

    @Test func repeatedSectionIdentifier() {
        var lines = Self.sound
        lines.insert("section 断面乙 \"Section B\" = 430000-a lake", at: 7)
        #expect(Self.places(lines) == ["8:9 repeated-section-id"])
    }
}
