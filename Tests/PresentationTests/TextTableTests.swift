import Presentation
import Testing

@Suite("Text tables")
struct TextTableTests {
    @Test("Columns line up on the cells a terminal draws")
    func alignment() {
        var table = TextTable(columns: [
            TextColumn("邻居"), TextColumn("状态"), TextColumn("落后", .right), TextColumn("备注"),
        ])
        table.append(["浙江省", "已同步", "0", ""])
        table.append(["centre", "up to date", "1,323", "Ⅲ类"])
        // Laid out by hand: 6 + 2 + 10 + 2 + 5 + 2 cells stand before the last column.
        #expect(
            table.lines == [
                "邻居    状态         落后  备注",
                "浙江省  已同步          0",
                "centre  up to date  1,323  Ⅲ类",
            ])
        #expect(table.text == table.lines.map { $0 + "\n" }.joined())
    }

    @Test("No line ends with a space, whatever is empty")
    func trailingSpaces() {
        var table = TextTable(columns: [TextColumn("a"), TextColumn(""), TextColumn("", .right)])
        for row in [["x", "", ""], ["", "", ""], [], ["", "long", ""], ["  ", " ", " "]] {
            table.append(row)
        }
        #expect(table.lines == ["a", "x", "", "", "    long", ""])
    }

    @Test("A row of another length loses no text")
    func raggedRows() {
        var table = TextTable(columns: [TextColumn("a"), TextColumn("bb", .right)])
        table.append(["1"])
        table.append(["1", "2", "three", "4"])
        #expect(table.lines == ["a  bb", "1", "1   2  three  4"])
    }

    @Test("A table without columns or rows is an empty line")
    func empty() {
        #expect(TextTable(columns: []).lines == [""])
        #expect(TextTable(columns: [TextColumn("a")]).text == "a\n")
    }

    @Test(
        "Text from outside cannot leave its line or steer the terminal",
        arguments: [
            ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("a\r\nb", "a\u{FFFD}\u{FFFD}b"),
            ("a\tb", "a\u{FFFD}b"), ("\u{202E}abc", "\u{FFFD}abc"), ("\u{2067}x", "\u{FFFD}x"),
            ("a\u{2028}b", "a\u{FFFD}b"), ("\u{9B}31m", "\u{FFFD}31m"), ("\0", "\u{FFFD}"),
            ("铜官峡 👩‍🔬 é", "铜官峡 👩‍🔬 é"),
        ])
    func hostileText(text: String, shown: String) {
        #expect(Array(TerminalText.visible(text).utf8) == Array(shown.utf8))
        var table = TextTable(columns: [TextColumn("t")])
        table.append([text])
        #expect(table.lines.map { Array($0.utf8) } == [Array("t".utf8), Array(shown.utf8)])
    }
}
