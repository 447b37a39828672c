/// A file as staff send it, whatever format it is in: that is found out from its content, not from its name.
public struct Spreadsheet: Equatable, Sendable {
    /// `XLSX`, or how a text file spells characters (``TextEncoding``). Empty where it could not be found out.
    public let format: String
    /// In the order of the workbook; empty where the file as a whole cannot be read.
    public let sheets: [Sheet]
    /// What keeps the file as a whole from being read.
    public let issues: [TabularIssue]

    init(format: String, sheets: [Sheet], issues: [TabularIssue] = []) {
        self.format = format
        self.sheets = sheets
        self.issues = issues
    }

    public static let workbookFormat = "XLSX"

    /// Whether it is a workbook, whose sheets have names.
    public var isWorkbook: Bool { format == Self.workbookFormat }

    public static func read(_ bytes: [UInt8], limits: TabularLimits = .default) -> Spreadsheet {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return text(bytes, limits) }
        guard bytes.count <= limits.bytes else {
            return Spreadsheet(format: "", sheets: [], issues: [.tooLarge(bytes.count, limits)])
        }
        do throws(WorkbookProblem) {
            let sheets = try WorkbookReader(bytes, limits: limits).sheets()
            guard sheets.contains(where: { !$0.rows.isEmpty || !$0.issues.isEmpty }) else {
                return Spreadsheet(format: workbookFormat, sheets: sheets, issues: [TabularIssue(.empty)])
            }
            return Spreadsheet(format: workbookFormat, sheets: sheets)
        } catch {
            return Spreadsheet(format: "", sheets: [], issues: [error.issue])
        }
    }

    private static func text(_ bytes: [UInt8], _ limits: TabularLimits) -> Spreadsheet {
        func sheet(_ table: Table, _ issues: [TabularIssue]) -> Spreadsheet {
            Spreadsheet(
                format: table.encoding.rawValue,
                sheets: [Sheet(name: "", rows: [table.header] + table.rows, issues: issues)])
        }
        switch CSVReader.read(bytes, limits: limits) {
        case .sound(let table): return sheet(table, [])
        case .faulty(let table, let issues): return sheet(table, issues)
        case .unreadable(let issues): return Spreadsheet(format: "", sheets: [], issues: issues)
        }
    }
}
