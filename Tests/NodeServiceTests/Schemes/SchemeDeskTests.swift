import Compensation
import Presentation
import Testing

@testable import NodeService

/// Scheme files without a node: check them, read them, try them out.
@Suite("Schemes without a node")
struct SchemeDeskTests {
    private static let youshui = "schemes/酉水-重庆-湖南.md"
    private static let english = SchemeDesk(.en, format: .table)

    private func file(_ name: String, _ text: String) -> NamedFile { NamedFile(name: name, bytes: Array(text.utf8)) }

    private func trial(
        _ scheme: NamedFile, readings: NamedFile? = nil, facts: String? = nil, _ settings: [String] = [],
        period: String, year: Int? = nil
    ) -> TrialForm {
        TrialForm(
            scheme: scheme, readings: readings, facts: facts.map { file("facts.csv", $0) }, settings: settings,
            period: period, year: year)
    }

    private func youshui() throws -> NamedFile {
        NamedFile(name: "youshui.md", bytes: try Repository.bytes(Self.youshui))
    }

    @Test("The template is a scheme in both languages")
    func template() {
        let outcome = Self.english.check([file("new.md", SchemeTemplate.text)])
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("new.md: ok\n"))
        #expect(outcome.output.contains("open parameters (1):\n    月补偿额  monthly amount (万元)"))
    }

    @Test("A mistake has file, line, column, code and article, and the other files are still checked")
    func mistake() throws {
        let text = SchemeTemplate.text.replacing("when 月类别 <=", with: "when 月类型 <=")
        let outcome = Self.english.check([file("bad.md", text), try youshui()])
        #expect(outcome.exitCode == 6)
        let line = try #require(
            text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("月类型")
            })
        #expect(outcome.output.hasPrefix("bad.md:\(line + 1):8: unknown-name 〔第六条 补偿方向〕"))
        #expect(outcome.output.contains("youshui.md: ok\n"))
    }

    /// Golden case F1: 13 readings with status 正常, CODMn 97.83/13, class Ⅳ: Chongqing pays.
    @Test("The published readings of April 2021")
    func april() throws {
        let readings = NamedFile(name: "liye.csv", bytes: try Repository.liye())
        let outcome = Self.english.run(trial(try youshui(), readings: readings, period: "2021-04", year: 2021))
        #expect(outcome.exitCode == 0)
        for text in [
            "25 readings of the scheme's sections", "used 13", "left out because of its status 12",
            "exactly repeated rows, counted once 3", "97.83/13", "Chongqing → Hunan 400,000.00 yuan (40000000 fen)",
        ] {
            #expect(outcome.output.contains(text), "\(text)")
        }
        #expect(!outcome.output.contains("※"))
    }

    @Test("Times without a year are refused, each with its place")
    func yearMissing() throws {
        let readings = NamedFile(name: "liye.csv", bytes: try Repository.liye())
        let outcome = Self.english.run(trial(try youshui(), readings: readings, period: "2021-04"))
        #expect(outcome.exitCode == 6)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("liye.csv row 2 column D: import-year-missing"))
    }

    @Test("An open parameter is asked for, and marks what rests on it once it is given")
    func parameter() {
        let scheme = file("new.md", SchemeTemplate.text)
        let readings = file(
            "border.csv",
            """
            date,monitor_time,section,status,codmn,codmn_raw
            2026-04-01,04-01 08:00,Border Section,正常,6.0,6.0004
            2026-04-01,04-01 08:00,别处,坏了,x,y

            """)
        let open = Self.english.run(trial(scheme, readings: readings, period: "2026-04"))
        #expect(open.exitCode == 6)
        #expect(open.output.contains("parameter-missing"))
        #expect(open.output.contains("parameters without a value:\n    月补偿额  monthly amount (万元)"))
        let paid = Self.english.run(trial(scheme, readings: readings, ["月补偿额=40 万元"], period: "2026-04"))
        #expect(paid.exitCode == 0)
        // GB 3838-2002 table 1: permanganate index at most 6 for Ⅲ. As displayed it is Ⅲ, before rounding Ⅳ.
        #expect(paid.output.contains("Upstream Province → Downstream Province 400,000.00 yuan"))
        #expect(paid.output.contains("rows of other sections, not used 1"))
        #expect(paid.output.hasSuffix("  ※ rests on unverified: 月补偿额\n"))
    }

    @Test("Facts come from a table, in either language, arguments in one cell")
    func facts() {
        let text = """
            # 样本

            ```tongzhou
            scheme facts-1
            title "事实" "Facts"
            period year
            valid from 2024 to 2024
            party 甲 "A" = 500000
            party 乙 "B" = 430000
            list 两方 "both" = 甲, 乙
            fact 数 "number" for 省 in 两方, 月 in months of period: 万元 otherwise 0 万元
            pay 支付 "payment"
              otherwise: 甲 pays 乙 数(甲, 2024-01) + 数(乙, 2024-02)
            ```

            """.replacing("数(甲, 2024-01)", with: "数(甲, month 2024-01)").replacing(
                "数(乙, 2024-02)", with: "数(乙, month 2024-02)")
        for facts in [
            "name,arguments,value\n数,甲;2024-01,3 万元\n数,\"乙,2024-02\",0.5 万元\n",
            "名称,参数,值\n数,甲；2024-01,3 万元\n数,乙、2024-02,5000 元\n",
        ] {
            let outcome = Self.english.run(trial(file("facts.md", text), facts: facts, period: "2024"))
            #expect(outcome.exitCode == 0, "\(outcome)")
            #expect(outcome.output.contains("A → B 35,000.00 yuan"))
        }
        let unknown = Self.english.run(
            trial(file("facts.md", text), ["数(丙,2024-01)=3 万元"], period: "2024"))
        #expect(unknown.exitCode == 6)
        #expect(unknown.output.contains("unknown-supplied"))
        let heads = Self.english.run(trial(file("facts.md", text), facts: "a,b\n1,2\n", period: "2024"))
        #expect(heads.exitCode == 6)
        #expect(heads.errors.contains("facts.csv row 1: import-column-missing missing column: name 名称"))
    }

    @Test("What is not understood is refused", arguments: ["月补偿额", "=40 万元", "月补偿额=", "(甲)=1", "月补偿额()=1"])
    func settings(text: String) {
        let outcome = Self.english.run(trial(file("new.md", SchemeTemplate.text), [text], period: "2026-04"))
        #expect(outcome.exitCode == 6)
        #expect(outcome.errors.contains("--set"))
    }

    @Test("Show names every rule with its article and line")
    func show() throws {
        let outcome = SchemeDesk(.zh, format: .table).show(try youshui())
        #expect(outcome.exitCode == 0)
        for text in ["里耶镇  Liye Town  430000-liye  河流", "里耶镇断面补偿", "compensation at Liye Town", "第六条 补偿方向"] {
            #expect(outcome.output.contains(text), "\(text)")
        }
    }
}
