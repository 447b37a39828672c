/// A cell to be written into a workbook. A text is always written as text, never as a formula, whatever it begins with.
public struct OutgoingCell: Sendable {
    /// How a cell stands out. Nothing depends on colour alone: what is wrong is written beside it.
    public enum Mark: Sendable {
        case plain
        case heading
        /// Part of a row that something is wrong with.
        case questioned
        /// What is wrong.
        case faulty
    }

    /// From 1.
    public let column: Int
    public let text: String
    public let content: CellContent
    public let mark: Mark

    public init(column: Int, text: String, content: CellContent = .text, mark: Mark = .plain) {
        self.column = column
        self.text = text
        self.content = content
        self.mark = mark
    }
}
