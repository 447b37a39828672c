/// How wide the columns of a sheet are shown, in characters of the usual font.
enum ColumnWidths {
    static func of(_ sheet: OutgoingSheet) -> [(column: Int, width: Double)] {
        var widths: [Int: Int] = [:]
        // The first rows say enough about the others.
        for cell in sheet.rows.prefix(200).flatMap(\.cells) {
            let width = cell.text.unicodeScalars.prefix(longest).reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
            widths[cell.column] = max(widths[cell.column] ?? 0, width)
        }
        return widths.keys.sorted().map { ($0, Double(min(max((widths[$0] ?? 0) + 2, shortest), longest))) }
    }

    private static let shortest = 9
    private static let longest = 70
}
