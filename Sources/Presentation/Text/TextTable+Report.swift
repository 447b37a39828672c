extension TextTable {
    /// A finished table: `titles`, the columns (by position) whose cells are numbers, and the rows.
    static func rendered(_ titles: [String], rightAligned: [Int], rows: [[String]]) -> String {
        var table = TextTable(
            columns: titles.enumerated().map {
                TextColumn($0.element, rightAligned.contains($0.offset) ? .right : .left)
            })
        for row in rows { table.append(row) }
        return table.lines.joined(separator: "\n")
    }
}
