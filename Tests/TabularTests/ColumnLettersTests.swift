import Tabular
import Testing

@Suite("Column letters")
struct ColumnLettersTests {
    /// 16384 is the last column of an Excel sheet, which Excel names XFD.
    @Test(
        "Columns are named as a spreadsheet names them",
        arguments: [
            (1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA"),
            (702, "ZZ"), (703, "AAA"), (16_384, "XFD"), (0, ""), (-1, ""),
        ])
    func names(column: Int, letters: String) {
        #expect(ColumnLetters.name(of: column) == letters)
        #expect(Cell(text: "", row: 1, column: column).columnLetters == letters)
    }
}
