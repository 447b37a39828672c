/// One cell of a ``Table``, with the place a spreadsheet shows for it.
public struct Cell: Equatable, Sendable {
    /// The text as it stands in the file, without the quotes that enclosed it.
    public let text: String
    /// Row as a spreadsheet program numbers it, from 1.
    public let row: Int
    /// Column from 1; ``columnLetters`` names it as a spreadsheet program does.
    public let column: Int

    public init(text: String, row: Int, column: Int) {
        self.text = text
        self.row = row
        self.column = column
    }

    /// `A` for column 1, `AB` for column 28.
    public var columnLetters: String {
        ColumnLetters.name(of: column)
    }
}
