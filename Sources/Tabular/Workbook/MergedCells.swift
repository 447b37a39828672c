/// Writes the value of a merged cell into every cell that it covers.
enum MergedCells {
    /// Only rows that hold something are filled: a block that reaches further down says nothing about rows without
    /// values. Nil where it would be more than `cells` cells.
    static func expanded(_ rows: [Row], _ ranges: [CellRange], cells: Int) -> [Row]? {
        guard !ranges.isEmpty else { return rows }
        var rows = rows
        var budget = cells
        for range in ranges where range.rows.count > 1 || range.columns.count > 1 {
            let first = place(of: range.rows.lowerBound, in: rows)
            guard first < rows.count, rows[first].number == range.rows.lowerBound,
                let source = rows[first].cell(inColumn: range.columns.lowerBound), !source.text.isEmpty
            else { continue }
            var next = first
            while next < rows.count, range.rows.contains(rows[next].number) {
                budget -= range.columns.count
                guard budget >= 0 else { return nil }
                rows[next] = filled(rows[next], range.columns, from: source)
                next += 1
            }
        }
        return rows
    }

    private static func filled(_ row: Row, _ columns: ClosedRange<Int>, from source: Cell) -> Row {
        var cells = row.cells
        while cells.count < columns.upperBound {
            cells.append(Cell(text: "", row: row.number, column: cells.count + 1))
        }
        for column in columns where row.number != source.row || column != source.column {
            cells[column - 1] = Cell(
                text: source.text, row: row.number, column: column, content: source.content,
                isComputed: source.isComputed, isMerged: true)
        }
        return Row(number: row.number, line: row.line, cells: cells)
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
