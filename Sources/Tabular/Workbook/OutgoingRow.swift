/// A row to be written into a workbook.
public struct OutgoingRow: Sendable {
    /// From 1, ascending within a sheet.
    public let number: Int
    /// In ascending order of their columns.
    public let cells: [OutgoingCell]

    public init(number: Int, cells: [OutgoingCell]) {
        self.number = number
        self.cells = cells
    }
}
