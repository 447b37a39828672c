import Compensation
import Federation
import Presentation
import Testing

/// What came of an import, an act, an audit.
@Suite("Receipts")
struct ReceiptTests {
    private func receipt(
        correction: Bool = false, dryRun: Bool = false, new: Int = 25, known: Int = 0, repeated: Int = 0,
        columns: [String] = [], entries: Int = 0, _ issues: [ImportIssue] = []
    ) throws -> ImportReceipt {
        let log = try Story.origin(Story.hunan, "common")
        return ImportReceipt(
            file: "april.csv", encoding: "UTF-8", isCorrection: correction, dryRun: dryRun, newReadings: new,
            alreadyRecorded: known, repeatedRows: repeated, columnsNotRecorded: columns,
            entries: (0..<entries).map { EntryReference(log: log, index: $0 + 2) }, issues: issues)
    }

    @Test("Recorded")
    func recorded() throws {
        let receipt = try receipt(known: 4, repeated: 3, columns: ["temp", "tn"], entries: 2)
        #expect(
            receipt.text(.zh) == """
                april.csv（UTF-8）：已记录监测数据 25 条
                  文件中完全重复的 3 行只算一次
                  已记录过：4 条，不再重复
                  未采用的列：temp, tn
                  日志条目：430000.tongzhou.test/common/1#2, 430000.tongzhou.test/common/1#3

                """)
        #expect(
            receipt.text(.en) == """
                april.csv (UTF-8): recorded readings: 25
                  3 exactly repeated rows count once
                  already recorded: 4, not repeated
                  columns not used: temp, tn
                  log entries: 430000.tongzhou.test/common/1#2, 430000.tongzhou.test/common/1#3

                """)
        #expect(
            receipt.jsonText == #"""
                {"already_recorded":4,"columns_not_recorded":["temp","tn"],"correction":false,\#
                "dry_run":false,"encoding":"UTF-8","entries":["430000.tongzhou.test/common/1#2",\#
                "430000.tongzhou.test/common/1#3"],"file":"april.csv","issues":[],"new_readings":25,\#
                "repeated_rows":3,"schema":1}

                """#)
    }

    @Test("A long import names the stretch, not every entry")
    func stretch() throws {
        let (common, other) = (try Story.origin(Story.hunan, "common"), try Story.origin(Story.hunan, "youshui"))
        let indices = [2, 3, 4, 5, 7, 8, 10]
        let entries = indices.map { EntryReference(log: common, index: $0) } + [EntryReference(log: other, index: 11)]
        let receipt = ActionReceipt(Bilingual(zh: "完成", en: "Done"), entries: entries)
        #expect(
            receipt.text(.en) == """
                Done [430000.tongzhou.test/common/1#2 … #5, 430000.tongzhou.test/common/1#7, \
                430000.tongzhou.test/common/1#8, 430000.tongzhou.test/common/1#10, 430000.tongzhou.test/youshui/1#11]

                """)
        #expect(receipt.jsonText.contains("430000.tongzhou.test/common/1#3"))
    }

    @Test("Dry run, nothing new, correction")
    func headlines() throws {
        #expect(try receipt(dryRun: true).text(.zh) == "april.csv（UTF-8）：试运行，将记录监测数据 25 条\n")
        #expect(try receipt(dryRun: true).text(.en) == "april.csv (UTF-8): dry run, would record readings: 25\n")
        #expect(try receipt(new: 0).text(.zh) == "april.csv（UTF-8）：没有新内容\n")
        #expect(try receipt(new: 0).text(.en) == "april.csv (UTF-8): nothing new\n")
        #expect(try receipt(correction: true, new: 6).text(.zh) == "april.csv（UTF-8）：已记录更正 6 条\n")
        #expect(try receipt(correction: true, new: 6).text(.en) == "april.csv (UTF-8): recorded corrections: 6\n")
    }

    @Test("Issues, each with its place")
    func issues() throws {
        let receipt = try receipt(
            new: 0,
            [
                ImportIssue(.yearMissing, row: 2, column: "D", found: "04-01 08:00"),
                ImportIssue(.rowsDiffer, row: 7, column: nil, expected: "6"),
                ImportIssue(.empty, row: nil, column: nil),
            ])
        #expect(
            receipt.text(.zh) == """
                april.csv：发现 3 个问题，未记录任何数据。
                  april.csv 第 2 行 D 列: import-year-missing 时间“04-01 08:00”没有年份；请用 --year 指明
                  april.csv 第 7 行: import-rows-differ 与第 6 行同断面同时刻，内容却不同
                  april.csv: csv-empty 文件没有内容

                """)
        #expect(
            receipt.text(.en) == """
                april.csv: 3 issues, nothing was recorded.
                  april.csv row 2 column D: import-year-missing time “04-01 08:00” has no year; give it with --year
                  april.csv row 7: import-rows-differ same section and time as row 6, but other content
                  april.csv: csv-empty the file has no content

                """)
        #expect(
            receipt.jsonText.contains(
                #"""
                "issues":[{"code":"import-year-missing","column":"D","expected":"","found":"04-01 08:00","row":2},\#
                {"code":"import-rows-differ","expected":"6","found":"","row":7},\#
                {"code":"csv-empty","expected":"","found":""}]
                """#))
    }

    @Test("An act")
    func action() throws {
        let message = Bilingual(zh: "已签署。", en: "Signed.")
        let place = EntryReference(log: try Story.origin(Story.hunan, "youshui"), index: 3)
        #expect(ActionReceipt(message, entries: []).text(.zh) == "已签署。\n")
        #expect(ActionReceipt(message, entries: [place]).text(.en) == "Signed. [430000.tongzhou.test/youshui/1#3]\n")
        #expect(
            ActionReceipt(message, entries: [place]).jsonText
                == #"{"entries":["430000.tongzhou.test/youshui/1#3"],"message_en":"Signed.","message_zh":"已签署。","schema":1}"#
                + "\n")
    }

    @Test("An audit")
    func audit() throws {
        let root = String(repeating: "0123456789abcdef", count: 4)
        let report = LogAuditReport([
            LogAudit(
                origin: try Story.origin(Story.hunan, "common"), own: true, size: 1_200, rootHex: root, finding: .sound,
                index: nil),
            LogAudit(
                origin: try Story.origin(Story.centre, "central"), own: false, size: 7, rootHex: root,
                finding: .leafDiffers, index: 5),
        ])
        #expect(
            report.text(.zh) == """
                日志                            条目  结论                 根
                430000.tongzhou.test/common/1   1200  完好                 0123456789abcdef
                100000.tongzhou.test/central/1     7  条目与其散列不符 #5  0123456789abcdef

                """)
        #expect(
            report.text(.en) == """
                log                             entries  finding                              root
                430000.tongzhou.test/common/1      1200  sound                                0123456789abcdef
                100000.tongzhou.test/central/1        7  an entry does not match its hash #5  0123456789abcdef

                """)
        #expect(
            report.jsonText == #"""
                {"logs":[{"finding":"sound","origin":"430000.tongzhou.test/common/1","own":true,\#
                "root":"\#(root)","size":1200},{"finding":"leaf-differs","index":5,\#
                "origin":"100000.tongzhou.test/central/1","own":false,"root":"\#(root)","size":7}],\#
                "schema":1,"sound":false}

                """#)
        #expect(!report.isSound)
        #expect(LogAuditReport(Array(report.audits.prefix(1))).isSound)
    }
}
