public import Compensation
import Federation

/// One thing wrong in a file, with its place as a spreadsheet shows it.
public struct ImportIssue: Sendable {
    public let code: ImportIssueCode
    /// The sheet of a workbook; `nil` for a text file.
    public let sheet: String?
    public let row: Int?
    /// Column letters such as `C`.
    public let column: String?
    public let found: String
    public let expected: String

    public init(
        _ code: ImportIssueCode, sheet: String? = nil, row: Int?, column: String?, found: String = "",
        expected: String = ""
    ) {
        self.code = code
        self.sheet = sheet.map(TerminalText.visible)
        self.row = row
        self.column = column
        self.found = TerminalText.visible(found)
        self.expected = TerminalText.visible(expected)
    }

    var json: JSONValue {
        .members([
            ("code", .string(code.rawValue)), ("sheet", sheet.map { .string($0) }),
            ("row", row.map { .integer(Int64($0)) }),
            ("column", column.map { .string($0) }), ("found", .string(found)), ("expected", .string(expected)),
        ])
    }

    func text(_ file: String, _ language: Language) -> String {
        var place = TerminalText.visible(file)
        if let sheet { place += Bilingual(zh: " 工作表“\(sheet)”", en: " sheet “\(sheet)”")(language) }
        if let row {
            place += Bilingual(zh: " 第 \(row) 行", en: " row \(row)")(language)
            if let column { place += Bilingual(zh: " \(column) 列", en: " column \(column)")(language) }
        }
        return "\(place): \(code.rawValue) \(reason(language))"
    }

    /// What is wrong and what to do.
    public func reason(_ language: Language) -> String { code.text(found: found, expected: expected)(language) }

    /// The same issue on a sheet of a workbook.
    public func on(sheet: String?) -> ImportIssue {
        ImportIssue(code, sheet: sheet, row: row, column: column, found: found, expected: expected)
    }
}
