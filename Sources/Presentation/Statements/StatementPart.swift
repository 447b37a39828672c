public import Compensation

/// A table of a statement, the same in text, workbook and page.
public struct StatementPart: Sendable {
    public let title: Bilingual
    /// Empty for a list of facts, whose rows are a name and a value.
    public let columns: [Bilingual]
    let numbers: [Int]
    public let rows: [[String]]

    /// Whether a column, counted from zero, holds numbers.
    public func isNumber(_ column: Int) -> Bool { numbers.contains(column) }

    init(_ zh: String, _ en: String, _ columns: [Bilingual] = [], numbers: [Int] = [], rows: [[String]]) {
        title = Bilingual(zh: zh, en: en)
        self.columns = columns
        self.numbers = numbers
        self.rows = rows
    }
}
