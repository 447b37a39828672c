/// The rows of a spreadsheet with their places, whatever file format they came from.
public struct Table: Equatable, Sendable {
    /// How the bytes were turned into text. A workbook is UTF-8 by its standard.
    public let encoding: TextEncoding
    /// The first row that is not blank.
    public let header: Row
    /// The rows below the header that are not blank, in file order.
    public let rows: [Row]

    public init(encoding: TextEncoding, header: Row, rows: [Row]) {
        self.encoding = encoding
        self.header = header
        self.rows = rows
    }

    /// The table without the rows that any of the issues names.
    public func withoutRows(named issues: [TabularIssue]) -> Table {
        let named = Set(issues.compactMap(\.row))
        return Table(
            encoding: encoding, header: header,
            rows: rows.filter { !named.contains($0.number) })
    }
}
