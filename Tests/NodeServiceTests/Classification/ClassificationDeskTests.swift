import Compensation
import Presentation
import Tabular
import Testing

@testable import NodeService

/// Classes of whole files.
@Suite("Classing a file of readings")
struct ClassificationDeskTests {
    private static let published = "Tests/CompensationTests/Data/published-classes.csv"

    private func outcome(
        _ bytes: [UInt8], lakes: [String] = [], items: IndicatorSet = .fiveItems,
        by grouping: ClassificationForm.Grouping? = nil
    ) -> CommandOutcome {
        ClassificationDesk(.en, format: .table).classify(
            ClassificationForm(
                readings: NamedFile(name: "readings.csv", bytes: bytes), lakes: nil, lakeNames: lakes, items: items,
                grouping: grouping))
    }

    private func rows(_ text: String) throws -> [[String]] {
        let table = try SoundTable.read(NamedFile(name: "out.csv", bytes: Array(text.utf8)))
        return ([table.header] + table.rows).map { $0.cells.map(\.text) }
    }

    /// From raw values with one body type per station, 99.97 % of the classes that CNEMC published are found again.
    @Test("The published classes of 97 stations in 2020")
    func published() throws {
        let bytes = try Repository.bytes(Self.published)
        let table = try SoundTable.read(NamedFile(name: Self.published, bytes: bytes))
        let lakes = table.rows.filter { $0.cells[2].text == "lake" }.map { $0.cells[1].text }
        let measured = try MeasuredTable(
            ClassificationForm(
                readings: NamedFile(name: "published.csv", bytes: bytes), lakes: nil, lakeNames: lakes,
                items: .fiveItems, grouping: nil))
        let compared = measured.rows.compactMap(\.classes.differs)
        #expect(compared.count == table.rows.count)
        #expect(compared.count { !$0 } * 10_000 >= compared.count * 9_997)
    }

    /// GB 3838-2002 table 1: permanganate index at most 6 for Ⅲ; total phosphorus at most 0.1 for Ⅱ in rivers, at
    /// most 0.1 for Ⅳ in lakes.
    @Test("Raw values count; a lake is one by its name as written; other states are marked")
    func small() throws {
        let text = """
            section,status,water_class,codmn,codmn_raw,tp,note
            江,正常,Ⅲ,6.00,6.0004,--,=1+1
            湖,维护,Ⅳ,,2.1,0.1,
            湖(老),正常,*,2.1,,0.1,
            空,正常,Ⅱ,*,,,

            """
        let outcome = outcome(Array(text.utf8), lakes: ["湖"])
        #expect(outcome.exitCode == 0)
        #expect(
            try rows(outcome.output) == [
                ["section", "status", "water_class", "codmn", "codmn_raw", "tp", "note"]
                    + ["class_codmn", "class_tp", "class", "differs", "normal"],
                ["江", "正常", "Ⅲ", "6.00", "6.0004", "--", "'=1+1", "Ⅳ", "", "Ⅳ", "yes", "yes"],
                ["湖", "维护", "Ⅳ", "", "2.1", "0.1", "", "Ⅱ", "Ⅳ", "Ⅳ", "no", "no"],
                ["湖(老)", "正常", "*", "2.1", "", "0.1", "", "Ⅱ", "Ⅱ", "Ⅱ", "", "yes"],
                ["空", "正常", "Ⅱ", "*", "", "", "", "", "", "", "", "yes"],
            ])
        #expect(
            outcome.errors
                == "readings.csv: 4 rows, 3 classed; 1 agree with the published class, 1 differ; 1 not of normal status (classed and marked)\n"
        )
    }

    @Test("Every issue has its place, and nothing is classed")
    func refused() {
        let outcome = outcome(Array("断面,高锰酸盐指数,氨氮(μg/L)\n江,2,3\n".utf8))
        #expect(outcome.exitCode == 6)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("readings.csv row 1 column C: import-unit-other"))
        #expect(self.outcome(Array("断面,高锰酸盐指数\n江,2.x\n".utf8)).errors.contains("row 2 column B: import-value-invalid"))
        #expect(self.outcome(Array("断面,总氮\n江,2\n".utf8)).errors.contains("import-column-missing"))
    }

    /// 环办〔2011〕22号: of five sections or more, Ⅰ–Ⅲ from 75 % is good; of fewer, the class of the mean.
    @Test("Rivers put into words")
    func rivers() {
        let classes = ["2", "2", "2", "2", "7"].enumerated().map { "甲河,\($0.offset),正常,\($0.element)\n" }.joined()
        let text = "河流,断面,状态,高锰酸盐指数\n" + classes + "乙河,一,正常,5\n乙河,二,正常,9\n乙河,三,维护,99\n"
        let output = outcome(Array(text.utf8), by: .river).output
        #expect(output.contains("甲河    river         5  Ⅰ 4, Ⅳ 1              good"), "\(output)")
        #expect(output.contains("乙河    river         2  class of the means Ⅳ  lightly polluted"), "\(output)")
    }
}
