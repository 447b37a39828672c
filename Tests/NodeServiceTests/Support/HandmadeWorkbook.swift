import Foundation
import TestSupport

/// A workbook of one sheet, zipped by Python around XML that is given as it is.
enum HandmadeWorkbook {
    /// - Parameters:
    ///   - rows: what stands in `sheetData`.
    ///   - merges: ranges such as `A1:C1`.
    ///   - strings: what cells of type `s` refer to.
    static func bytes(_ rows: String, merges: [String] = [], strings: [String] = []) throws -> [UInt8] {
        let blocks = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let sheet = "<sheetData>\(rows)</sheetData>" + (blocks.isEmpty ? "" : "<mergeCells>\(blocks)</mergeCells>")
        let texts = strings.map { "<si><t>\($0)</t></si>" }.joined()
        let file: [String: Data] = try Python.answer(
            """
            import base64, io, json, sys, zipfile
            sheet, texts = json.load(sys.stdin)
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
            def link(number, kind, target):
                return f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{target}"/>'
            parts = {
                "_rels/.rels": f'<Relationships {package}>{link(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
                "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>'
                    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": f'<Relationships {package}>{link(1, "worksheet", "worksheets/sheet1.xml")}'
                    f'{link(2, "sharedStrings", "sharedStrings.xml")}</Relationships>',
                "xl/worksheets/sheet1.xml": f"<worksheet {main}>{sheet}</worksheet>",
                "xl/sharedStrings.xml": f"<sst {main}>{texts}</sst>",
            }
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as out:
                for name, text in parts.items(): out.writestr(name, head + text)
            json.dump({"file": base64.b64encode(buffer.getvalue()).decode()}, sys.stdout)
            """, to: [sheet, texts])
        return Array(file["file"] ?? Data())
    }

    /// A row of texts, each with the letters of its column.
    static func row(_ number: Int, _ cells: [(column: String, text: String)]) -> String {
        let cells = cells.map { "<c r=\"\($0.column)\(number)\" t=\"inlineStr\"><is><t>\($0.text)</t></is></c>" }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }

    /// Headings of readings, one sound reading and one of a section that does not exist, from `number` on.
    static func readings(from number: Int, remark: String? = nil) -> String {
        func cells(_ texts: [String]) -> [(column: String, text: String)] {
            zip(["A", "B", "C", "D"], texts).map { (column: $0, text: $1) }
        }
        let headings = cells(["断面", "监测时间", "状态", "氨氮(mg/L)"])
        func reading(_ section: String) -> [(column: String, text: String)] {
            cells([section, "2021-04-01 08:00", "正常", "0.025"])
        }
        let last = remark.map { [(column: "XFD", text: $0)] } ?? []
        return row(number, headings) + row(number + 1, reading("里耶镇")) + row(number + 2, reading("不存在") + last)
    }
}
