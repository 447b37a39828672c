import Presentation
import Tabular

/// A file of one table of which every row can be read, or every issue of it: CSV, or a workbook with one filled sheet.
enum SoundTable {
    static func read(_ file: NamedFile) throws -> Table {
        let spreadsheet = Spreadsheet.read(file.bytes)
        let sheets = spreadsheet.sheets.filter { !$0.rows.isEmpty || !$0.issues.isEmpty }
        var issues = spreadsheet.issues.map(ImportIssue.init)
        for sheet in sheets {
            let name = spreadsheet.isWorkbook ? sheet.name : nil
            issues += sheet.issues.map { ImportIssue($0).on(sheet: name) }
        }
        if sheets.count > 1 {
            let names = sheets.map(\.name).joined(separator: ", ")
            issues.append(ImportIssue(.severalSheets, row: nil, column: nil, found: names))
        }
        guard issues.isEmpty, let sheet = sheets.first, let header = sheet.rows.first else {
            throw RefusedFile(file.name, issues)
        }
        return Table(
            encoding: TextEncoding(rawValue: spreadsheet.format) ?? .utf8, header: header,
            rows: Array(sheet.rows.dropFirst()))
    }
}
