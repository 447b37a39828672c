/// The rows of one sheet of a workbook, or of a text file, which is one sheet.
public struct Sheet: Equatable, Sendable {
    /// As the tab of the workbook shows it; empty for a text file.
    public let name: String
    public let isHidden: Bool
    /// The rows that are not blank, in file order, faulty ones included so that they can be shown beside their issues.
    public let rows: [Row]
    /// What is wrong with single rows, in file order.
    public let issues: [TabularIssue]

    public init(name: String, isHidden: Bool = false, rows: [Row], issues: [TabularIssue] = []) {
        self.name = name
        self.isHidden = isHidden
        self.rows = rows
        self.issues = issues
    }
}
