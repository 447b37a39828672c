import Foundation
import Tabular
import TestSupport
import Testing

/// Our reader and writer against the `csv` module of Python.
@Suite("CSV against Python")
struct PythonCSVTests {
    @Test("Tables written by Python are read cell for cell")
    func pythonToUs() throws {
        let samples: [Sample] = try Python.answer(Self.writeTables, to: 20_250_601)
        #expect(samples.count == 300)
        for sample in samples {
            let bytes = try #require(Data(base64Encoded: sample.file))
            guard case .sound(let table) = CSVReader.read(Array(bytes)) else {
                Issue.record("\(sample): \(CSVReader.read(Array(bytes)).issues)")
                continue
            }
            #expect(table.encoding.rawValue == sample.encoding)
            let rows = ([table.header] + table.rows).map { $0.cells.map { Array($0.text.utf8) } }
            #expect(rows == sample.rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test("Tables written by us are read by Python and by us")
    func usToPython() throws {
        var seeded = SeededGenerator(seed: 20_250_602)
        let tables = (0..<300).map { _ in
            let columns = Int.random(in: 1...5, using: &seeded)
            return (0..<Int.random(in: 1...6, using: &seeded)).map { _ in
                (0..<columns).map { _ in seeded.text(of: Self.pieces, length: 5) }
            }
        }
        let files = tables.map { Data(CSVWriter.write(header: $0[0], rows: Array($0.dropFirst()))) }
        let read: [[[String]]] = try Python.answer(Self.readTables, to: files)
        try #require(read.count == tables.count)
        for (index, table) in tables.enumerated() {
            #expect(read[index].map(\.count) == table.map(\.count))
            for (cell, original) in zip(read[index].joined(), table.joined()) {
                // Whether the quote is due is the business of CSVWriterTests; here nothing else may change.
                let isSame = Array(cell.utf8) == Array(original.utf8)
                #expect(isSame || Array(cell.utf8) == Array("'".utf8) + Array(original.utf8))
            }
            guard case .sound(let own) = CSVReader.read(Array(files[index])) else {
                Issue.record("\(table): \(CSVReader.read(Array(files[index])).issues)")
                continue
            }
            #expect(([own.header] + own.rows).map { $0.cells.map(\.text) } == read[index])
            #expect(own.encoding == .utf8WithBOM)
        }
    }

    @Test("Any mixture of quotes, commas and line ends is judged as Python judges it")
    func anyMixture() throws {
        var seeded = SeededGenerator(seed: 20_250_603)
        let texts = (0..<4_000).map { _ in
            seeded.text(of: ["\"", "\"", ",", ",", "\n", "\r", "\r\n", "a", "浙"], length: 14)
        }
        let judged: [Judgement] = try Python.answer(Self.judgeTexts, to: texts)
        try #require(judged.count == texts.count)
        #expect(judged.count(where: \.refused) > 500)
        #expect(judged.count { !$0.refused && $0.rows.count > 1 } > 500)
        for (text, judgement) in zip(texts, judged) {
            let reading = CSVReader.read(Array(text.utf8))
            let misquoted = reading.issues.contains {
                $0.code == .unclosedQuote || $0.code == .strayQuote
            }
            #expect(misquoted == judgement.refused, "\(text.debugDescription)")
            guard !judgement.refused else { continue }
            switch reading {
            case .unreadable(let issues):
                #expect(issues.map(\.code) == [.empty] && judgement.rows.isEmpty)
            case .sound(let table), .faulty(let table, _):
                // Python does not tell `""` from nothing, so rows without text are left out.
                let rows = ([table.header] + table.rows).filter {
                    !$0.cells.allSatisfy(\.text.isEmpty)
                }
                #expect(rows.map { $0.cells.map(\.text) } == judgement.rows.map(\.cells))
                #expect(rows.map(\.line) == judgement.rows.map(\.line))
                #expect(rows.map(\.number) == judgement.rows.map(\.number))
            }
        }
    }

    private static let pieces = [
        "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "　", "'", "=", "+", "-", "@", "＝",
        "1.5", "a", "氨氮", "（mg/L）", "Ⅲ", "Ｏ", "🌊", "é", "e\u{301}",
    ]

    private struct Sample: Decodable {
        let file: String
        let encoding: String
        let rows: [[String]]
    }

    private struct Judgement: Decodable {
        let refused: Bool
        let rows: [JudgedRow]
    }

    private struct JudgedRow: Decodable {
        let number: Int
        let line: Int
        let cells: [String]
    }

    private static let writeTables = """
        import base64, csv, io, json, random, sys
        chance = random.Random(json.load(sys.stdin))
        pieces = ['"', ',', ';', '\\t', '\\n', '\\r', '\\r\\n', ' ', '\\u3000', "'", '=', '-1', 'a',
                  '氨氮', '（mg/L）', 'Ⅲ', 'é', '㐀', '龥', '𠀀']
        spellings = [('utf-8', 'UTF-8'), ('utf-8-sig', 'UTF-8-BOM'), ('gb18030', 'GB18030')]
        samples = []
        for _ in range(300):
            columns = chance.randint(2, 5)
            rows = [['断面%d' % number for number in range(columns)]]
            for _ in range(chance.randint(0, 6)):
                row = [''.join(chance.choices(pieces, k=chance.randint(0, 5)))
                       for _ in range(columns)]
                row[chance.randrange(columns)] = 'x'
                rows.append(row)
            text = io.StringIO(newline='')
            # Before Python 3.13 a cell is quoted only for the line ends of the file's own kind.
            end = chance.choice(['\\n', '\\r\\n', '\\r'])
            minimal = end == '\\r\\n' and chance.random() < 0.7
            csv.writer(text, delimiter=chance.choice(',;\\t'), lineterminator=end,
                       quoting=csv.QUOTE_MINIMAL if minimal else csv.QUOTE_ALL).writerows(rows)
            codec, name = chance.choice(spellings)
            file = base64.b64encode(text.getvalue().encode(codec)).decode()
            samples.append({'file': file, 'encoding': name, 'rows': rows})
        json.dump(samples, sys.stdout)
        """

    private static let readTables = """
        import base64, csv, io, json, sys
        files = [base64.b64decode(file).decode('utf-8-sig') for file in json.load(sys.stdin)]
        assert all(file.endswith('\\r\\n') for file in files)
        json.dump([list(csv.reader(io.StringIO(file, newline=''), strict=True))
                   for file in files], sys.stdout)
        """

    private static let judgeTexts = """
        import csv, io, json, sys
        answers = []
        for text in json.loads(sys.stdin.buffer.read()):
            rows, line, number, refused = [], 1, 0, False
            reader = csv.reader(io.StringIO(text, newline=''), strict=True)
            try:
                for cells in reader:
                    number += 1
                    if any(cells):
                        rows.append({'number': number, 'line': line, 'cells': cells})
                    line = reader.line_num + 1
            except csv.Error:
                refused = True
            answers.append({'refused': refused, 'rows': rows})
        json.dump(answers, sys.stdout)
        """
}
