import Presentation
import Tabular

extension ImportIssue {
    /// An issue of the table reader in the words of an import.
    init(_ issue: TabularIssue) {
        self.init(
            ImportIssueCode(rawValue: issue.code.rawValue) ?? .notText, row: issue.row,
            column: issue.column.map(ColumnLetters.name), found: issue.found, expected: issue.expected)
    }

    init(_ code: ImportIssueCode, _ cell: Cell, expected: String = "") {
        self.init(code, row: cell.row, column: cell.columnLetters, found: Self.shown(cell.text), expected: expected)
    }

    /// The beginning of what stands in a cell, enough to find it by.
    static func shown(_ text: String) -> String {
        let most = 200
        return text.utf8.count <= most || text.unicodeScalars.count <= most
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most))) + "…"
    }
}
