/// Writes the value of a merged cell into every cell that it covers.
enum MergedCells {
    /// Only rows that hold something are filled: a block that reaches further down says nothing about rows without
    /// values. Every cell that is made or written over is taken from the budget.
    static func expanded(
        _ rows: [Row], _ ranges: [CellRange], _ budget: inout WorkbookBudget
    ) throws(WorkbookProblem) -> [Row] {
        guard !ranges.isEmpty else { return rows }
        var rows = rows
        for range in ranges where range.rows.count > 1 || range.columns.count > 1 {
            let first = place(of: range.rows.lowerBound, in: rows)
            guard first < rows.count, rows[first].number == range.rows.lowerBound,
                let source = rows[first].cell(inColumn: range.columns.lowerBound), !source.text.isEmpty
            else { continue }
            var next = first
            while next < rows.count, range.rows.contains(rows[next].number) {
                let padding = max(range.columns.upperBound - rows[next].cells.count, 0)
                let problem = budget.take(
                    cells: padding + range.columns.count, textBytes: source.text.utf8.count * range.columns.count)
                if let problem { throw problem }
                // In place: a row is never copied for the few of its cells that a block covers.
                fill(&rows[next], range.columns, from: source)
                next += 1
            }
        }
        return rows
    }

    private static func fill(_ row: inout Row, _ columns: ClosedRange<Int>, from source: Cell) {
        row.cells.reserveCapacity(columns.upperBound)
        while row.cells.count < columns.upperBound {
            row.cells.append(Cell(text: "", row: row.number, column: row.cells.count + 1))
        }
        for column in columns where row.number != source.row || column != source.column {
            row.cells[column - 1] = Cell(
                text: source.text, row: row.number, column: column, content: source.content,
                isComputed: source.isComputed, isMerged: true)
        }
    }

    /// The first row of at least this number.
    private static func place(of number: Int, in rows: [Row]) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
