/// One row of a ``Table``.
public struct Row: Equatable, Sendable {
    /// The row as a spreadsheet program numbers it when it opens the file, from 1. Blank rows
    /// count; a line break inside a quoted cell does not.
    public let number: Int
    /// The physical line of the file where the row starts, from 1, as a text editor numbers it.
    /// Differs from ``number`` below a cell that holds a line break; equal to it in a sheet.
    public let line: Int
    /// The cells from column 1 on, without gaps.
    public internal(set) var cells: [Cell]

    public init(number: Int, line: Int, cells: [Cell]) {
        self.number = number
        self.line = line
        self.cells = cells
    }

    /// The cell in a column counted from 1; `nil` where the row ends before it.
    public func cell(inColumn column: Int) -> Cell? {
        column >= 1 && column <= cells.count ? cells[column - 1] : nil
    }
}
