import Tabular
import Testing

@Suite("CSV reading")
struct CSVReaderTests {
    /// Outcome per row: `number@line:cell|cell`, then issues as `code row,column found/expected`.
    @Test(
        "Rows keep the places people see",
        arguments: [
            ("a,b\r\n1,2\r\n", ["1@1:a|b", "2@2:1|2"]),
            ("a,b\n1,2", ["1@1:a|b", "2@2:1|2"]),
            ("a,b\r1,2\r", ["1@1:a|b", "2@2:1|2"]),
            ("a;b\n1,5;2", ["1@1:a|b", "2@2:1,5|2"]),
            ("a\tb, mg/L\n1\t2", ["1@1:a|b, mg/L", "2@2:1|2"]),
            ("a，b\n1，2", ["1@1:a，b", "2@2:1，2"]),
            ("\n\na,b\n\n,\n 　,\n1,\n", ["3@3:a|b", "7@7:1|"]),
            ("a,b\n\"\",\n", ["1@1:a|b", "2@2:|"]),
            ("a,b\n\"x\ny\r\nz\",2\n3,4", ["1@1:a|b", "2@2:x\ny\r\nz|2", "3@5:3|4"]),
            ("a,b\n\"say \"\"hi\"\"\",\"\"\n", ["1@1:a|b", "2@2:say \"hi\"|"]),
            ("a,b\n5\"管, 2 \n", ["1@1:a|b", "2@2:5\"管| 2 "]),
            (
                "a,b\n1\n1,2\n1,2,3\n",
                [
                    "1@1:a|b", "2@2:1", "3@3:1|2", "4@4:1|2|3",
                    "csv-ragged-row 2,- 1/2", "csv-ragged-row 4,- 3/2",
                ]
            ),
            ("a,b\n1,\"x\"y\n", ["1@1:a|b", "2@2:1|xy", "csv-stray-quote 2,2 y/"]),
            ("a,b\n1,2\u{0}3\n", ["1@1:a|b", "2@2:1|2\u{0}3", "csv-forbidden-character 2,2 U+0000/"]),
            ("a,b\n\u{202E}x,2\n", ["1@1:a|b", "2@2:\u{202E}x|2", "csv-forbidden-character 2,1 U+202E/"]),
            ("a,b\n1,浙\u{200B}江\n", ["1@1:a|b", "2@2:1|浙\u{200B}江", "csv-forbidden-character 2,2 U+200B/"]),
            ("a,b\n1,\u{FFFD}\n", ["1@1:a|b", "2@2:1|\u{FFFD}", "csv-forbidden-character 2,2 U+FFFD/"]),
            ("a,b\n1,\u{1B}[2J\n", ["1@1:a|b", "2@2:1|\u{1B}[2J", "csv-forbidden-character 2,2 U+001B/"]),
            ("a,b\n1,\u{10FFFF}\n", ["1@1:a|b", "2@2:1|\u{10FFFF}", "csv-forbidden-character 2,2 U+10FFFF/"]),
            ("", ["csv-empty -,- /"]),
            ("\n \n,,\n", ["csv-empty -,- /"]),
            ("a,b\n1,\"2\n3,4\n", ["csv-unclosed-quote 2,2 /"]),
            ("a,b\n1\n\"", ["csv-ragged-row 2,- 1/2", "csv-unclosed-quote 3,1 /"]),
            ("a,\u{200F}b\n1,2\n", ["csv-forbidden-character 1,2 U+200F/"]),
        ])
    func places(text: String, outcome: [String]) {
        #expect(story(CSVReader.read(Array(text.utf8))) == outcome)
    }

    @Test(
        "Limits are refused with the place where they are passed",
        arguments: [
            ("a,b,c,d,e,f,g\n", ["csv-too-large -,- 14/13"]),
            ("a\n1\n\n2\n3\n", ["csv-too-many-rows 5,- 5/4"]),
            ("a,b,c,d\n", ["csv-too-many-columns 1,4 4/3"]),
            (
                "a\n1,2,3,4,\n",
                [
                    "1@1:a", "2@2:1|2|3", "csv-too-many-columns 2,4 4/3", "csv-ragged-row 2,- 3/1",
                ]
            ),
            ("a,b\n1,2\n3,4", ["csv-too-many-cells 3,- 6/5"]),
            ("a\n浙江安徽\n", ["csv-too-large -,- 15/13"]),
            ("a\n浙江省\n", ["1@1:a", "2@2:浙江省"]),
            ("a\n12345\n", ["1@1:a", "2@2:12345", "csv-cell-too-long 2,1 5/4"]),
            (
                "a\n\0\n\0\n\0",
                [
                    "csv-forbidden-character 2,1 U+0000/", "csv-forbidden-character 3,1 U+0000/",
                    "csv-too-many-issues 4,- /2",
                ]
            ),
        ])
    func limits(text: String, outcome: [String]) {
        let small = TabularLimits(
            bytes: 13, rows: 4, columns: 3, cells: 5, cellLength: 4, issues: 2)
        #expect(story(CSVReader.read(Array(text.utf8), limits: small)) == outcome)
    }

    @Test("Faulty rows can be left out and the others kept")
    func withoutRows() throws {
        let reading = CSVReader.read(Array("a,b\n1,2\n3\n4,5\n6,\u{0}\n".utf8))
        guard case .faulty(let table, let issues) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(table.withoutRows(named: issues).rows.map(\.number) == [2, 4])
        #expect(table.rows[1].cell(inColumn: 1)?.text == "3")
        #expect(table.rows[1].cell(inColumn: 2) == nil)
        #expect(table.rows[1].cell(inColumn: 0) == nil)
        #expect(table.rows[2].cells.map(\.column) == [1, 2])
        #expect(table.rows[2].cells.map(\.row) == [4, 4])
    }

    @Test("Files made to swell are refused in bounded time", .timeLimit(.minutes(30)))
    func hostileBulk() {
        let limits = TabularLimits.default
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: 2 << 20)
        #expect(story(CSVReader.read(commas)).first == "csv-empty -,- /")
        let header = Array("x".utf8) + commas
        #expect(story(CSVReader.read(header)) == ["csv-too-many-columns 1,16385 16385/16384"])
        let quotes = Array("a,b\n\"".utf8) + commas
        #expect(story(CSVReader.read(quotes)) == ["csv-unclosed-quote 2,1 /"])
        let nuls = Array("a\n".utf8) + [UInt8](repeating: 0, count: 1 << 20)
        #expect(
            CSVReader.read(nuls).issues.map(\.code) == [.cellTooLong, .forbiddenCharacter])
        let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: limits.rows + 1)
        #expect(CSVReader.read(lines).issues.map(\.code) == [.tooManyRows])
    }

    private func story(_ reading: TableReading) -> [String] {
        var told: [String] = []
        switch reading {
        case .sound(let table), .faulty(let table, _):
            told = ([table.header] + table.rows).map { row in
                "\(row.number)@\(row.line):" + row.cells.map(\.text).joined(separator: "|")
            }
        case .unreadable:
            break
        }
        return told
            + reading.issues.map { issue in
                let row = issue.row.map(String.init) ?? "-"
                let column = issue.column.map(String.init) ?? "-"
                return "\(issue.code.rawValue) \(row),\(column) \(issue.found)/\(issue.expected)"
            }
    }
}
