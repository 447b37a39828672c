import Compensation
import Presentation
import Tabular

/// The copy of a file that goes back to whoever sent it: the same rows in the same places on the same sheets, what is
/// wrong coloured, and code and reason in two columns beside it.
struct IssuesWorkbook {
    private let spreadsheet: Spreadsheet
    private let issues: [ImportIssue]
    private let file: String

    init(_ spreadsheet: Spreadsheet, _ issues: [ImportIssue], file: String) {
        self.spreadsheet = spreadsheet
        self.issues = issues
        self.file = file
    }

    /// Under its name; code and reason in one language.
    func files(_ language: Language) throws(WorkbookWritingFailure) -> [ProducedFile] {
        let sheets = spreadsheet.sheets.map { sheet($0, language) }
        return [ProducedFile(Self.name(of: file, language), try WorkbookWriter.write(sheets))]
    }

    /// `五月_问题清单.xlsx` for `五月.csv`; that of a returned copy is not lengthened again.
    static func name(of file: String, _ language: Language) -> String {
        let suffix = Bilingual(zh: "_问题清单", en: "_issues")(language)
        let dot = file.lastIndex(of: ".")
        let stem = dot.map { String(file[..<$0]) } ?? file
        return (stem.hasSuffix(suffix) ? stem : stem + suffix) + ".xlsx"
    }

    private func sheet(_ sheet: Sheet, _ language: Language) -> OutgoingSheet {
        let mine = spreadsheet.isWorkbook ? issues.filter { $0.sheet == TerminalText.visible(sheet.name) } : issues
        let byRow = Dictionary(grouping: mine) { $0.row ?? 0 }
        let columns = IntakeColumns(sheet, ignoring: [])
        let header = sheet.rows.indices.contains(columns.headerPlace) ? sheet.rows[columns.headerPlace].number : 1
        // A copy that was sent back has the two columns already.
        let own = columns.issueColumns.count == 2 ? columns.issueColumns : []
        // A title merged over a whole row repeats what stands in its first cell, and needs no column of its own.
        let last =
            sheet.rows.map { row in row.cells.last { !own.contains($0.column) && !$0.isMerged }?.column ?? 0 }
            .max() ?? 0
        let places = own.count == 2 ? own : [last + 1, last + 2]
        let rows = sheet.rows.map { row in
            self.row(
                Row(number: row.number, line: row.line, cells: row.cells.filter { $0.column <= last || !$0.isMerged }),
                byRow[row.number] ?? [], isHeader: row.number == header && !mine.isEmpty, places, language)
        }
        let name = spreadsheet.isWorkbook ? sheet.name : Self.sheetName(file)
        return OutgoingSheet(name: name, rows: rows, frozenRows: header)
    }

    private static func sheetName(_ file: String) -> String {
        String(file.prefix { $0 != "." })
    }

    private func row(
        _ row: Row, _ issues: [ImportIssue], isHeader: Bool, _ places: [Int], _ language: Language
    ) -> OutgoingRow {
        let faulty = Set(issues.compactMap { $0.column.map(ColumnLetters.number) })
        let usual: OutgoingCell.Mark = issues.isEmpty ? (isHeader ? .heading : .plain) : .questioned
        var cells = row.cells.filter { !places.contains($0.column) }.map { cell in
            OutgoingCell(
                column: cell.column, text: cell.text, content: cell.content,
                mark: faulty.contains(cell.column) ? .faulty : usual)
        }
        cells += faulty.filter { $0 > row.cells.count && !places.contains($0) }.map {
            OutgoingCell(column: $0, text: "", mark: .faulty)
        }
        for ((column, text), heading) in zip(
            zip(places, [codes(issues), reasons(issues, language)]), IssueColumns.headings)
        {
            let said = [isHeader ? heading(language) : "", text].filter { !$0.isEmpty }.joined(separator: "：")
            if !said.isEmpty {
                cells.append(OutgoingCell(column: column, text: said, mark: issues.isEmpty ? .heading : .faulty))
            }
        }
        return OutgoingRow(number: row.number, cells: cells.sorted { $0.column < $1.column })
    }

    private func codes(_ issues: [ImportIssue]) -> String {
        issues.map(\.code.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .joined(separator: " ")
    }

    private func reasons(_ issues: [ImportIssue], _ language: Language) -> String {
        issues.map { issue in
            let column = issue.column.map { Bilingual(zh: "\($0) 列：", en: "column \($0): ")(language) } ?? ""
            return column + issue.reason(language)
        }.joined(separator: Bilingual(zh: "；", en: "; ")(language))
    }
}
