/// The letters spreadsheet programs give to columns.
public enum ColumnLetters {
    /// `A` for 1, `Z` for 26, `AA` for 27; empty for numbers below 1, which name no column.
    public static func name(of column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest > 0 {
            // There is no letter for zero: Z is followed by AA, so each step takes one away first.
            rest -= 1
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// 27 for `AA`; 0 for what is no column.
    public static func number(of letters: String) -> Int { CellRange.corner(letters + "1")?.column ?? 0 }
}
