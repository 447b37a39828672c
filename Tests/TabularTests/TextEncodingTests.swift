import Foundation
import Tabular
import TestSupport
import Testing

@Suite("Text encodings")
struct TextEncodingTests {
    /// The two-byte forms 氨 = B0 B1 and 氮 = B5 AA are those of GB 2312-1980.
    @Test("Two-byte Chinese text is read and named")
    func twoBytes() {
        let reading = CSVReader.read([0xB0, 0xB1, 0xB5, 0xAA, 0x0A, 0x31, 0x0A])
        guard case .sound(let table) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(table.encoding == .gb18030)
        #expect(table.header.cells.map(\.text) == ["氨氮"])
    }

    @Test("Python's GBK and GB 18030 bytes give the same text")
    func pythonBytes() throws {
        let texts = [
            "断面,氨氮（mg/L）,水质类别\n街口,0.15,Ⅱ\n", "铜官峡,〇,①\n", "㙍,镕,堃\n", "𠮷,€,ǹ\n",
        ]
        let script = """
            import base64, json, sys
            answers = []
            for text in json.loads(sys.stdin.buffer.read()):
                for codec in ('gbk', 'gb18030'):
                    try:
                        file = base64.b64encode(text.encode(codec)).decode()
                    except UnicodeEncodeError:
                        continue
                    answers.append({'text': text, 'file': file})
            json.dump(answers, sys.stdout)
            """
        let samples: [Sample] = try Python.answer(script, to: texts)
        #expect(samples.count >= 6)
        for sample in samples {
            let bytes = try #require(Data(base64Encoded: sample.file))
            guard case .sound(let table) = CSVReader.read(Array(bytes)) else {
                Issue.record("\(sample): \(CSVReader.read(Array(bytes)))")
                continue
            }
            let lines = ([table.header] + table.rows).map { row in
                row.cells.map(\.text).joined(separator: ",") + "\n"
            }
            #expect(lines.joined() == sample.text)
            #expect(table.encoding == .gb18030)
        }
    }

    @Test(
        "UTF-8 is tried first and a mark is taken off",
        arguments: [
            (Array("氨氮\n".utf8), "UTF-8", "氨氮"), (Array("a\n".utf8), "UTF-8", "a"),
            ([0xEF, 0xBB, 0xBF] + Array("氨氮\n".utf8), "UTF-8-BOM", "氨氮"),
        ])
    func utf8(bytes: [UInt8], encoding: String, heading: String) {
        guard case .sound(let table) = CSVReader.read(bytes) else {
            Issue.record("\(CSVReader.read(bytes))")
            return
        }
        #expect(table.encoding.rawValue == encoding)
        #expect(table.header.cells.map(\.text) == [heading])
    }

    @Test(
        "Bytes that are not text are refused with their line",
        arguments: [
            ([0x61, 0x0A, 0xFF], 2, ""),  // in neither encoding
            ([0x61, 0x0A, 0x62, 0x0A, 0x80, 0x0A], 3, ""),  // the euro sign of a code page
            ([0x61, 0x0A, 0xC0, 0x2F], 2, ""),  // no trail byte in either
            ([0xED, 0xA0, 0x80, 0x0A], 1, ""),  // a surrogate; half a character at the line end
            ([0xB0, 0xB1, 0x0A, 0xE6, 0xB0, 0xA8, 0x0A], 2, ""),  // both encodings mixed
            ([0xFE, 0x39, 0xFE, 0x39], 1, ""),  // four bytes without a meaning
            ([0xEF, 0xBB, 0xBF, 0xB0, 0xB1], 1, ""),  // the mark promises UTF-8
            ([0xFF, 0xFE, 0x61, 0x00], 1, "utf-16"),
            ([0xFE, 0xFF, 0x00, 0x61], 1, "utf-16"),
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], 1, "zip"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], 1, "ole2"),
        ] as [([UInt8], Int, String)])
    func notText(bytes: [UInt8], line: Int, format: String) {
        let issue = TabularIssue(
            .notText, row: line, found: format, expected: "UTF-8, GB18030")
        #expect(CSVReader.read(bytes) == .unreadable([issue]))
    }

    private struct Sample: Decodable {
        let text: String
        let file: String
    }
}
