import Compensation
import Foundation
import Presentation
import Tabular
import TestSupport
import Testing

@testable import NodeService

/// Workbooks spoilt at random, in the archive and inside its parts.
@Suite("Spoilt workbooks")
struct WorkbookFuzzTests {
    private static func workbook() throws -> [UInt8] {
        let rows = [
            ["断面", "监测时间", "状态", "pH", "氨氮(mg/L)"], ["里耶镇", "2021-04-01 08:00", "正常", "7.68", "0.025L"],
            ["里耶镇", "2021-04-02 08:00", "维护", "7.5", "<0.1"],
        ]
        let sheet = OutgoingSheet(
            name: "四月",
            rows: rows.enumerated().map { place, row in
                OutgoingRow(
                    number: place + 1,
                    cells: row.enumerated().map { column, text in
                        let content: CellContent = Double(text) == nil ? .text : .number(stored: text)
                        return OutgoingCell(column: column + 1, text: text, content: content)
                    })
            }, frozenRows: 1)
        return try WorkbookWriter.write([sheet])
    }

    @Test("What the writer writes, the reader reads")
    func sound() throws {
        let outcome = try ReadingsFileTests.read(try Self.workbook())
        #expect(outcome.issues.isEmpty)
        #expect(outcome.encoding == "XLSX")
        #expect(outcome.rows.map(\.number) == [2, 3])
    }

    @Test("Bytes changed anywhere: understood or refused, never half of each")
    func archive() throws {
        let original = try Self.workbook()
        let spoken = try SpokenDocket.withLiye()
        var generator = SeededGenerator(seed: 20_260_603)
        var refused = 0
        for _ in 0..<600 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
                bytes = Mutation.of(bytes, using: &generator)
            }
            let outcome = try ReadingsFileTests.read(bytes, spoken)
            #expect(outcome.rows.isEmpty || outcome.issues.isEmpty)
            refused += outcome.issues.isEmpty ? 0 : 1
        }
        #expect(refused > 300)
    }

    /// Zipped anew by Python, so that the checksums are right and the XML is what meets the reader.
    @Test("XML changed anywhere: understood or refused, never half of each")
    func parts() throws {
        let files: [Data] = try Python.answer(
            """
            import base64, io, json, random, sys, zipfile
            original = base64.b64decode(json.load(sys.stdin))
            archive = zipfile.ZipFile(io.BytesIO(original))
            parts = {name: archive.read(name) for name in archive.namelist()}
            read = [name for name in parts if "sheet1" in name or "workbook" in name or "tyles" in name or "trings" in name]
            chance = random.Random(20260603)
            words = [b"<", b">", b"/>", b"<c>", b"</c>", b'r="A1"', b't="s"', b"&#0;", b"&a;", b"]]>", b"<v>9</v>", b"9" * 400,
                     b"<!--", b"<mergeCells><mergeCell ref=\\"A1:XFD1048576\\"/></mergeCells>", b"\\x00", b"\\xff", b"E+99"]
            files = []
            for _ in range(500):
                name = chance.choice(read)
                content = bytearray(parts[name])
                for _ in range(chance.randint(1, 3)):
                    place = chance.randrange(len(content))
                    kind = chance.randrange(4)
                    if kind == 0: content[place] = chance.randrange(256)
                    elif kind == 1: del content[place:place + chance.randint(1, 40)]
                    elif kind == 2: content[place:place] = chance.choice(words)
                    else: content[place:place] = content[max(0, place - 60):place]
                buffer = io.BytesIO()
                with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
                    for each in parts: out.writestr(each, bytes(content) if each == name else parts[each])
                files.append(base64.b64encode(buffer.getvalue()).decode())
            json.dump(files, sys.stdout)
            """, to: Data(try Self.workbook()))
        let spoken = try SpokenDocket.withLiye()
        var (understood, refused) = (0, 0)
        for file in files {
            let outcome = try ReadingsFileTests.read(Array(file), spoken)
            #expect(outcome.rows.isEmpty || outcome.issues.isEmpty)
            understood += outcome.rows.isEmpty ? 0 : 1
            refused += outcome.issues.isEmpty ? 0 : 1
        }
        #expect(understood > 30)
        #expect(refused > 200)
    }

    @Test("A merged block as large as a sheet costs no more than the rows that hold something")
    func hugeMerge() throws {
        let files: [Data] = try Python.answer(
            """
            import base64, io, json, sys, zipfile
            archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(json.load(sys.stdin))))
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
                for name in archive.namelist():
                    content = archive.read(name)
                    if name.endswith("sheet1.xml"):
                        merges = b'<mergeCell ref="A2:XFD1048576"/>' * 2000
                        content = content.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>")
                    out.writestr(name, content)
            json.dump([base64.b64encode(buffer.getvalue()).decode()], sys.stdout)
            """, to: Data(try Self.workbook()))
        let outcome = try ReadingsFileTests.read(Array(try #require(files.first)))
        #expect(outcome.issues.map(\.code) == [.tooManyCells])
    }
}
