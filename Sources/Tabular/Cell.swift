/// One cell of a ``Row``, with the place a spreadsheet shows for it.
public struct Cell: Equatable, Sendable {
    /// The text as it stands in the file, without the quotes that enclosed it; of a number in a workbook what a
    /// spreadsheet program shows of it: 15 significant digits, with the zeros at the end that its format adds, or a date and time.
    public let text: String
    /// Row as a spreadsheet program numbers it, from 1.
    public let row: Int
    /// Column from 1; ``columnLetters`` names it as a spreadsheet program does.
    public let column: Int
    public let content: CellContent
    /// Whether the program computed it from a formula; the result that was stored is what counts.
    public let isComputed: Bool
    /// Whether it shows the value of the merged cell it is part of.
    public let isMerged: Bool

    public init(
        text: String, row: Int, column: Int, content: CellContent = .text, isComputed: Bool = false,
        isMerged: Bool = false
    ) {
        self.text = text
        self.row = row
        self.column = column
        self.content = content
        self.isComputed = isComputed
        self.isMerged = isMerged
    }

    /// `A` for column 1, `AB` for column 28.
    public var columnLetters: String {
        ColumnLetters.name(of: column)
    }
}
