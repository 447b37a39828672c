import Compensation
import Federation
import Presentation
import Tabular
import TestSupport
import Testing

@testable import NodeService

/// Whole files of readings, as staff send them.
@Suite("A file of readings")
struct ReadingsFileTests {
    static func read(_ text: String, year: Int? = nil, _ spoken: SpokenDocket? = nil) throws -> ReadingsIntake.Outcome {
        try read(Array(text.utf8), year: year, spoken)
    }

    static func read(_ bytes: [UInt8], year: Int? = nil, _ spoken: SpokenDocket? = nil) throws -> ReadingsIntake.Outcome
    {
        let spoken = try spoken ?? SpokenDocket.withLiye()
        return ReadingsIntake(
            sections: spoken.docket.sections, party: try #require(PartyCode(SpokenDocket.hunan)), year: year,
            now: spoken.now
        ).read(bytes)
    }

    private func places(_ outcome: ReadingsIntake.Outcome) -> [String] {
        outcome.issues.map { "\($0.row.map(String.init) ?? "-")\($0.column ?? "") \($0.code.rawValue)" }
    }

    /// Golden case F1: 13 readings with status 正常 once repeats are left out, CODMn sum 97.83.
    @Test("The bulletin of April 2021 gives 25 readings and three repeats")
    func liye() throws {
        let outcome = try Self.read(try Repository.liye(), year: 2021)
        #expect(outcome.issues.isEmpty)
        #expect(outcome.rows.count == 25)
        #expect(outcome.repeated == 3)
        #expect(outcome.encoding == "UTF-8")
        #expect(
            outcome.columnsNotRecorded == [
                "province", "basin", "conductivity", "turbidity",
            ])
        let normal = outcome.rows.filter { $0.content.status == .normal }
        #expect(normal.count == 13)
        let sum = normal.flatMap(\.content.values).filter { $0.indicator == .permanganateIndex }
            .reduce(Rational(0)) { $0 + $1.value.inMeans }
        #expect(sum == ExactDecimal("97.83")?.rational)
        let maintenance = try #require(outcome.rows.first { $0.content.time.text == "2021-04-02T08:00+08:00" })
        #expect(maintenance.number == 8)
        #expect(maintenance.content.status == .maintenance)
        #expect(maintenance.content.values.map(\.indicator.code) == ["do", "nh3n", "ph", "temp", "tn", "tp"])
    }

    /// Golden case F5.
    @Test("Times without a year are refused, every one of them")
    func yearMissing() throws {
        let outcome = try Self.read(try Repository.liye())
        #expect(outcome.rows.isEmpty)
        #expect(places(outcome) == (2...29).map { "\($0)D import-year-missing" })
    }

    @Test("A file of a spreadsheet program set up for Chinese is GBK")
    func gbk() throws {
        let header: [UInt8] = [
            0xB6, 0xCF, 0xC3, 0xE6, 0x2C, 0xBC, 0xE0, 0xB2, 0xE2, 0xCA, 0xB1, 0xBC, 0xE4, 0x2C, 0xD7, 0xB4, 0xCC, 0xAC,
            0x2C, 0xB0, 0xB1, 0xB5, 0xAA, 0x28, 0x6D, 0x67, 0x2F, 0x4C, 0x29, 0x0D, 0x0A,
        ]
        let row: [UInt8] =
            [0xC0, 0xEF, 0xD2, 0xAE, 0xD5, 0xF2, 0x2C] + Array("2021-04-01 08:00,".utf8)
            + [0xD5, 0xFD, 0xB3, 0xA3] + Array(",0.025\r\n".utf8)
        let outcome = try Self.read(header + row)
        #expect(outcome.issues.isEmpty)
        #expect(outcome.encoding == "GB18030")
        #expect(
            outcome.rows.map(\.content.values) == [
                [IndicatorValue(.ammoniaNitrogen, try #require(MeasuredValue("0.025")))]
            ])
    }

    @Test("A byte order mark is no part of the first heading")
    func byteOrderMark() throws {
        let outcome = try Self.read("\u{FEFF}断面,时间,状态,pH\n里耶镇,2021/4/1 8:00,正常,7.68\n")
        #expect(outcome.issues.isEmpty)
        #expect(outcome.encoding == "UTF-8-BOM")
        #expect(outcome.rows.count == 1)
    }

    @Test("Every issue of a file at once, where a spreadsheet shows it")
    func allIssues() throws {
        let outcome = try Self.read(
            """
            status,断面,监测时间,"氨氮
            (mg/L)",pH(无量纲),备注
            正常,里耶镇,2021-04-01 08:00,0.025,7.68,
            正常,里耶镇,2021-04-01 08:00,0.026,7.68,

            晴,石门,2021-02-29 08:00,1e999,-1,
            维护,里耶镇,04-01 12:00,--,*,
            normal,里耶镇,2021-05-06 09:01,,７.6.8,
            normal,里耶镇,2021-05-06 09:00,,
            normal,里耶镇,2021-05-06 09:00,\u{202E},,
            """)
        #expect(
            places(outcome) == [
                "3 import-rows-differ", "5B import-section-unknown", "5C import-time-invalid",
                "5A import-status-unknown",
                "5D import-value-invalid", "5E import-value-invalid", "6C import-year-missing",
                "7C import-time-in-future", "7E import-value-invalid", "8 csv-ragged-row", "9D csv-forbidden-character",
            ])
        #expect(outcome.rows.isEmpty)
        #expect(outcome.issues.first?.expected == "2")
        #expect(outcome.columnsNotRecorded == ["备注"])
    }

    @Test(
        "A heading that is missing, repeated or in another unit",
        arguments: [
            ("时间,状态,pH\n", ["1 import-column-missing"]),
            ("断面,时间,状态\n", ["1 import-column-missing"]),
            ("a,b\n", Array(repeating: "1 import-column-missing", count: 4)),
            ("断面,时间,状态,断面名称,pH,pH值\n", ["1D import-column-repeated", "1F import-column-repeated"]),
            ("断面,时间,状态,氨氮(μg/L),总磷(mg/m3)\n", ["1D import-unit-other", "1E import-unit-other"]),
        ])
    func headings(text: String, expected: [String]) throws {
        #expect(places(try Self.read(text)) == expected)
    }

    /// Golden case F4.
    @Test("街口(鸠坑口) is one section, by whichever name", arguments: ["街口(鸠坑口)", "街口（鸠坑口）", "街口", "鸠坑口", "330000-jiekou"])
    func alias(name: String) throws {
        var spoken = try SpokenDocket.withLiye()
        try spoken.register("330000-jiekou", zh: "街口", aliases: ["鸠坑口"])
        let outcome = try Self.read("断面,时间,状态,pH\n\(name),2021-04-01 08:00,正常,7\n", spoken)
        #expect(outcome.issues.isEmpty)
        #expect(outcome.rows.map(\.section.text) == ["330000-jiekou"])
    }

    @Test("A name of two sections is ambiguous, and an empty cell is the name of none")
    func ambiguous() throws {
        var spoken = try SpokenDocket.withLiye()
        try spoken.register("430000-a", zh: "石门()")
        try spoken.register("430000-b", zh: "湘西", aliases: ["石门"])
        let outcome = try Self.read("断面,时间,状态,pH\n石门,2021-04-01 08:00,正常,7\n,2021-04-01 08:00,正常,7\n", spoken)
        #expect(places(outcome) == ["2A import-section-ambiguous", "3A import-section-unknown"])
        #expect(outcome.issues.first?.expected == "430000-a, 430000-b")
    }

    @Test("Checking stops when there are too many issues")
    func tooManyIssues() throws {
        let text = "断面,时间,状态,pH\n" + String(repeating: "?,?,?,?\n", count: 5_000)
        let outcome = try Self.read(text)
        #expect(outcome.issues.count < 1_010)
        #expect(outcome.issues.last?.code == .tooManyIssues)
    }

    /// Comparing every row with every earlier one would take minutes here.
    @Test("A long file takes time in proportion to its length", .timeLimit(.minutes(30)))
    func longFile() throws {
        var lines = ["断面,时间,状态,pH"]
        for day in 1...28 {
            for minute in 0..<1440 {
                lines.append("里耶镇,2021-02-\(day) \(minute / 60):\(minute % 60),正常,7")
            }
        }
        let outcome = try Self.read(lines.joined(separator: "\n") + "\n" + lines[1] + "\n")
        #expect(outcome.issues.isEmpty)
        #expect(outcome.rows.count == 28 * 1440)
        #expect(outcome.repeated == 1)
    }

    @Test("Every issue of the table reader has its own words")
    func tabularCodes() {
        for code in TabularIssueCode.allCases {
            #expect(ImportIssueCode(rawValue: code.rawValue) != nil, "\(code.rawValue)")
        }
    }

    @Test("Damaged files are understood or refused, never half of each")
    func fuzz() throws {
        let original = try Repository.liye()
        let spoken = try SpokenDocket.withLiye()
        var generator = SeededGenerator(seed: 20_210_401)
        var (understood, refused) = (0, 0)
        for _ in 0..<1_500 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
                bytes = Mutation.of(bytes, using: &generator)
            }
            let outcome = try Self.read(bytes, year: 2021, spoken)
            #expect(outcome.rows.isEmpty || outcome.issues.isEmpty)
            understood += outcome.rows.isEmpty ? 0 : 1
            refused += outcome.issues.isEmpty ? 0 : 1
        }
        #expect(understood > 90)
        #expect(refused > 100)
    }
}
