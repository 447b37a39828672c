/// A sheet to be written into a workbook.
public struct OutgoingSheet: Sendable {
    public let name: String
    public let rows: [OutgoingRow]
    /// The row down to which rows stay in view when scrolling; 0 for none.
    public let frozenRows: Int

    public init(name: String, rows: [OutgoingRow], frozenRows: Int = 0) {
        self.name = name
        self.rows = rows
        self.frozenRows = frozenRows
    }
}
