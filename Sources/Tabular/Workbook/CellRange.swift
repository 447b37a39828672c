/// A rectangle of cells, as `A1:F1`; rows and columns from 1.
struct CellRange {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map(Self.corner)
        guard (1...2).contains(corners.count), let first = corners.first ?? nil, let last = corners.last ?? nil,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }

    /// Row and column of `AB12`; nil for anything else, and beyond what a sheet has.
    static func corner(_ text: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }
}
