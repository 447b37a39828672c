import Compensation
import Federation
import Testing
import TransparencyLog

@testable import Presentation

/// The sheet that is signed and sealed: 40 万元 from 湖南省 to 重庆市 for April 2021 (class Ⅲ by TP 0.134 mg/L).
@Suite("The statement of a settlement")
struct StatementTests {
    private static func statement(_ tell: (inout Story) throws -> Void) throws -> SettlementStatement {
        var story = try Story()
        try tell(&story)
        return SettlementStatement(try story.settlement(Story.chongqing), docket: story.docket)
    }

    @Test("Amounts in figures and in capitals, who signed, and a code")
    func verified() throws {
        let statement = try Self.statement { try $0.settle() }
        let text = statement.text(.zh)
        for words in [
            "youshui-2019/2021-04", "400,000.00", "人民币肆拾万元整", "已经中央节点核验", "提议", "认可", "核验",
            "100000.tongzhou.test/central/1#0",
        ] { #expect(text.contains(words), "\(words) in \(text)") }
        let digest = try statement.summary.settlement.own.get().digest.hex
        let code = try #require(statement.verificationCode)
        #expect(SettlementStatement.digits(ofCode: code) == String(digest.prefix(16)))
        #expect(statement.signatures.map(\.act) == [.proposed, .accepted, .proposed, .accepted, .verdict])
        #expect(!statement.text(.en).contains("draft"))
    }

    @Test("Before the centre has verified it, it says that it is a draft")
    func draft() throws {
        let statement = try Self.statement { try $0.dispute() }
        #expect(!statement.isVerified)
        #expect(statement.text(.zh).contains("未经中央节点核验，不作支付依据"))
        #expect(StatementSheet(statement).markup(.en).html.contains("not verified by the centre, not to be paid by"))
    }

    @Test("A code looked up warns of a draft as the sheet does, and of nothing once the centre has verified it")
    func lookedUp() throws {
        func html(_ tell: (inout Story) throws -> Void, _ language: Language) throws -> String {
            let statement = try Self.statement(tell)
            let code = try #require(statement.verificationCode)
            return VerificationContent(code: code, found: [statement.summary], replaced: []).markup(language).html
        }
        let (zh, en) = (try html({ try $0.propose() }, .zh), try html({ try $0.propose() }, .en))
        #expect(zh.contains("400,000.00") && zh.contains("草稿：未经中央节点核验，不作支付依据"), "\(zh)")
        #expect(en.contains("draft: not verified by the centre, not to be paid by"), "\(en)")
        let verified = try html({ try $0.settle() }, .zh)
        #expect(verified.contains("400,000.00") && !verified.contains("warning"), "\(verified)")
    }

    /// The cells of a line of text tables.
    private static func cells(_ text: String, startingWith name: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: " ").map(String.init)
        }.filter { $0.first == name }
    }

    /// CODMn (2.79 + 13.60) / 2 = 8.195 mg/L is class Ⅳ, and upstream pays; without the second reading, which 重庆市
    /// corrects after that was recorded, TP 0.134 mg/L makes class Ⅲ, and downstream would pay (article 6).
    @Test("A recorded statement stays what was verified when a correction comes after it")
    func correctedAfterwards() throws {
        var story = try Story()
        try story.correctAfterRecording()
        let summary = try story.settlement(Story.chongqing)
        let now = try summary.settlement.own.get()
        #expect(now.transfers.map(\.payer.text) == [Story.hunan], "the correction counts for who made it")

        let statement = SettlementStatement(summary, docket: story.docket)
        #expect(statement.isVerified)
        let text = statement.text(.zh)
        let payment = try #require(Self.cells(text, startingWith: "重庆市").first { $0.contains("400,000.00") })
        #expect(payment[1] == "湖南省")
        #expect(Self.cells(text, startingWith: "月类别").map(\.last) == ["Ⅳ"], "\(text)")
        #expect(
            Self.cells(text, startingWith: "里耶镇").map { Array($0.dropFirst()) } == [
                ["430000-liye", "3", "2", "1"], ["高锰酸盐指数均值（mg/L）", "2", "8.195", "–", "Ⅳ"],
                ["溶解氧均值（mg/L）", "2", "8.965", "–", "Ⅰ"], ["氨氮均值（mg/L）", "2", "0.029", "–", "Ⅰ"],
                ["pH值均值", "2", "7.62", "–", "Ⅰ"], ["总磷均值（mg/L）", "2", "0.093", "–", "Ⅱ"],
                ["月类别", "–", "–", "Ⅲ", "Ⅳ"],
            ], "\(text)")
        #expect(
            statement.jsonText.contains(
                #""sections":[{"left_out":1,"readings":3,"section":"430000-liye","used":2}]"#), "\(statement.jsonText)")
        // The correction is the only entry of this log; nothing that was verified rests on it.
        #expect(!text.contains("500000.tongzhou.test/common/1"), "\(text)")
        #expect(!statement.jsonText.contains("500000.tongzhou.test/common/1"))

        let told = SettlementExplanation(summary).text(.en)
        #expect(told.contains("Chongqing → Hunan 400,000.00 yuan") && !told.contains("Hunan → Chongqing"), "\(told)")
        let page = SettlementContent(
            SettlementExplanation(summary), SettlementPage(summary, facts: [], exemptions: []), signatures: []
        ).markup(.en).html
        #expect(page.contains("CODMn 8.195 → Ⅳ") && !page.contains("500000.tongzhou.test/common/1"), "\(page)")
    }

    /// Of the three readings one is left, 1 April at eight, which the bulletin has as class Ⅲ; article 6 asks for Ⅲ.
    @Test("Means, classes and what they were held against stand on the sheet, on the screen and in the JSON")
    func waterQuality() throws {
        let statement = try Self.statement { try $0.settle() }
        let sheet = StatementSheet(statement)
        for (language, section, item, grade) in [
            (.zh, "里耶镇", "总磷均值（mg/L）", "月类别"),
            (.en, "Liye Town", "total phosphorus, mean (mg/L)", "class of the month"),
        ] as [(Language, String, String, String)] {
            let html = sheet.markup(language).html
            for cells in [[item, "1", "0.134", "–", "Ⅲ"], [grade, "–", "–", "Ⅲ", "Ⅲ"]] {
                let row =
                    "<th scope=\"row\">\(section)</th><td>\(cells[0])</td><td class=\"n\">\(cells[1])</td>"
                    + "<td class=\"n\">\(cells[2])</td><td>\(cells[3])</td><td>\(cells[4])</td>"
                #expect(html.contains(row), "\(row) in \(html)")
            }
        }
        for part in [
            #"{"class":"Ⅲ","count":1,"display":"0.134","held_against":[],"indicator":"tp","unit":"mg/L","value":"0.134"}"#,
            #""classes":[{"class":"Ⅲ","held_against":[{"display":"Ⅲ","value":"Ⅲ"}],"step":"月类别"}]"#,
            #""period":"2021-04","section":"430000-liye","statistic":"mean","step":"月均值""#,
        ] { #expect(statement.jsonText.contains(part), "\(part) in \(statement.jsonText)") }
    }

    /// 6 mg/L is the limit of class Ⅲ in GB 3838-2002 table 1.
    @Test("A limit is named by its class, any other value as the scheme names it")
    func heldAgainst() throws {
        let text = """
            # 虚拟方案 An invented scheme

            ```tongzhou
            scheme invented
            title "虚拟方案" "Invented"
            party 甲省 "A" = 110000
            party 乙省 "B" = 120000
            section 交界 "Border" = 110000-border river
            period month
            valid from 2021-01 to 2021-12
            let 目标 "target" = 5 mg/L
            let 均值 "means" = mean of readings at 交界 where status is normal
            let 浓度 "concentration" = CODMn of 均值
            let 比值 "ratio" = 浓度 / (limit of CODMn for Ⅲ at 交界)
            pay 补偿 "payment"
              when missing 浓度 or missing 比值: nothing
              when 浓度 <= 目标 and 比值 <= 1: 甲省 pays 乙省 1 万元
              otherwise: 乙省 pays 甲省 1 万元
            ```

            """
        let scheme = try Scheme.load([UInt8](text.utf8)).get()
        let section = try #require(SectionID("110000-border"))
        let time = try #require(CivilTime(text: "2021-04-01T08:00+08:00"))
        let value = try #require(MeasuredValue("4.8"))
        let reading = try #require(
            Reading(
                section: section, time: time, status: .normal, values: [IndicatorValue(.permanganateIndex, value)]))
        let period = try #require(Period("2021-04"))
        guard case .settled(let settlement) = scheme.settle(period: period, readings: [reading]) else {
            Issue.record("not settled")
            return
        }
        let standards = try #require(settlement.assessments.first?.items.first).heldAgainst
        #expect(SettlementStatement.words(standards, .zh) == "Ⅲ类限值 6 mg/L；目标 5 mg/L")
        #expect(SettlementStatement.words(standards, .en) == "class Ⅲ limit 6 mg/L; target 5 mg/L")
    }

    @Test("Where what was verified cannot be replayed, the statement has its amount, no steps, and says so")
    func withoutTheReadings() throws {
        var story = try Story()
        try story.correctAfterRecording()
        let summary = try story.settlement(Story.chongqing, without: try Story.origin(Story.hunan, "common"))
        let statement = SettlementStatement(summary, docket: story.docket)
        let (zh, en) = (statement.text(.zh), statement.text(.en))
        #expect(zh.contains("已经中央节点核验") && zh.contains("400,000.00"))
        #expect(zh.contains("不足以重现") && Self.cells(zh, startingWith: "月类别").isEmpty, "\(zh)")
        #expect(en.contains("not enough to replay") && !en.contains("Computation\n"), "\(en)")
        #expect(SettlementExplanation(summary).text(.zh).contains("不足以重现"))
        #expect(!statement.jsonText.contains("\"steps\"") && !statement.jsonText.contains("\"sections\""))
        #expect(!zh.contains("断面水质") && !statement.jsonText.contains("\"assessments\""))
    }

    @Test(
        "Codes as people type them",
        arguments: [
            ("0123-4567-89ab-cdef", "0123456789abcdef"), ("0123 4567 89AB CDEF", "0123456789abcdef"), ("0123", nil),
            ("0123-4567-89ab-cdeg", nil), ("", nil),
        ] as [(String, String?)])
    func codes(typed: String, digits: String?) {
        #expect(SettlementStatement.digits(ofCode: typed) == digits)
    }
}
