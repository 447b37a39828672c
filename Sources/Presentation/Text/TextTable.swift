/// A table in plain text, aligned by what the terminal shows rather than by character count.
///
/// Columns are separated by two spaces; lines carry no trailing spaces and nothing depends on
/// colour. Cells are passed through ``TerminalText``, so that one row is always one line.
public struct TextTable: Equatable, Sendable {
    /// Columns from left to right.
    public let columns: [TextColumn]
    /// Cells of each row from left to right.
    public private(set) var rows: [[String]] = []

    public init(columns: [TextColumn]) {
        self.columns = columns
    }

    /// Adds a row. A row shorter than the columns is shown with empty cells at its end; cells
    /// beyond the last column are shown unaligned after it, because losing text would be worse.
    public mutating func append(_ row: [String]) {
        rows.append(row)
    }

    /// The header and the rows, one line each, without line ends.
    public var lines: [String] {
        let grid = ([columns.map(\.title)] + rows).map { $0.map(TerminalText.visible) }
        let widths = columns.indices.map { column in
            grid.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return grid.map { line(of: $0, widths: widths) }
    }

    /// The lines, each closed by a line feed.
    public var text: String {
        lines.map { $0 + "\n" }.joined()
    }

    private func line(of cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let room = index < widths.count ? widths[index] - DisplayWidth.of(cell) : 0
            let padding = String(repeating: " ", count: room)
            let isRight = index < columns.count && columns[index].alignment == .right
            line += isRight ? padding + cell : cell + padding
            line += gutter
        }
        while line.last == " " {
            line.removeLast()
        }
        return line
    }

    /// What stands between two columns.
    private var gutter: String { "  " }
}
