import Compensation
import Foundation
import Presentation
import TestSupport
import Testing

@testable import NodeService

/// The workbook that goes back, of files that leave little room for it.
@Suite("Returned copies")
struct ReturnedCopyTests {
    private static func node() async throws -> LocalNode {
        let node = try await LocalNode()
        _ = try await node.perform(.addSection(LocalNode.liye))
        return node
    }

    @Test("A title merged over a whole row takes no room from code and reason")
    func title() async throws {
        let file = try HandmadeWorkbook.bytes(
            HandmadeWorkbook.row(1, [("A", "四月监测数据")]) + HandmadeWorkbook.readings(from: 2), merges: ["A1:XFD1"])
        let outcome = try await Self.node().perform(.importReadings(LocalNode.file("a.xlsx", file)))
        #expect(outcome.exitCode == ExitCode.inputRefused)
        #expect(outcome.output.contains("第 4 行 A 列: import-section-unknown"))
        let copy = try #require(outcome.files.first)
        // Told by Python from the XML: the cells of the faulty row, and how many the title has.
        let places: [[String]] = try Python.answer(
            """
            import base64, io, json, re, sys, zipfile
            archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(json.load(sys.stdin))))
            sheet = archive.read("xl/worksheets/sheet1.xml").decode()
            json.dump([re.findall(rf'<c r="([A-Z]+){row}"', sheet) for row in (1, 4)], sys.stdout)
            """, to: copy.bytes)
        #expect(places == [["A", "B", "C", "D"], ["A", "B", "C", "D", "E", "F"]])
    }

    @Test("Where the last column holds something there is no copy, and every issue is told all the same")
    func noRoom() async throws {
        let node = try await Self.node()
        var file = LocalNode.file(
            "a.xlsx", try HandmadeWorkbook.bytes(HandmadeWorkbook.readings(from: 1, remark: "备注")))
        let refused = try await node.perform(.importReadings(file))
        #expect(refused.exitCode == ExitCode.inputRefused && refused.files.isEmpty)
        #expect(refused.output.contains("第 3 行 A 列: import-section-unknown"))
        #expect(refused.output.contains("未能生成标明问题的工作簿：需要第 16385 列，而工作表只有 16384 列"))
        let json = try await node.perform(.importReadings(file), format: .json).output
        #expect(json.contains(#""copy_problem_en":"column 16385 is needed, and a sheet has 16384""#))
        file.acceptsValidRows = true
        let recorded = try await node.perform(.importReadings(file), .en)
        #expect(recorded.exitCode == ExitCode.attention && recorded.files.isEmpty)
        #expect(recorded.output.contains("recorded readings: 1"))
        #expect(recorded.output.contains("could not be made: column 16385 is needed"))
    }

    @Test("One row of cells and a block far to the right of them is charged for every cell in between")
    func wideMerge() throws {
        let rows = (1...300).map { number in
            HandmadeWorkbook.row(number, [("A", "x")] + (number == 1 ? [("XFC", "y")] : []))
        }
        let outcome = try ReadingsFileTests.read(
            try HandmadeWorkbook.bytes(rows.joined(), merges: ["XFC1:XFD300"]))
        #expect(outcome.issues.map(\.code) == [.tooManyCells])
    }

    @Test("One long text in thousands of cells is counted for each")
    func sharedText() throws {
        let cells = (1...5_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
        let long = String(repeating: "x", count: 32_000)
        let outcome = try ReadingsFileTests.read(try HandmadeWorkbook.bytes(cells.joined(), strings: [long]))
        #expect(outcome.issues.map(\.code) == [.workbookUnsafe])
        #expect(outcome.issues.first?.found == "text")
        let few = try ReadingsFileTests.read(try HandmadeWorkbook.bytes(cells.prefix(50).joined(), strings: [long]))
        #expect(few.issues.contains { $0.code == .columnMissing } && few.columnsNotRecorded.first?.count == 201)
    }
}
