import Federation
import Testing

@testable import Presentation

/// Rows that `cut` and `awk` can rely on.
@Suite("Rows parted by tabs")
struct TabSeparatedTests {
    @Test("Columns are all fields in the order of their names, absent ones empty")
    func columns() {
        let rows: [JSONValue] = [
            .members([("b", .string("x")), ("a", .integer(-3))]), .members([("c", .bool(true)), ("a", .null)]),
        ]
        #expect(TabSeparated.text(rows) == "a\tb\tc\n-3\tx\t\n\t\ttrue\n")
    }

    @Test(
        "A cell never breaks its line",
        arguments: [
            ("a\tb", #"a\tb"#), ("a\nb", #"a\nb"#), ("a\rb", #"a\rb"#), (#"a\b"#, #"a\\b"#), (#"\t"#, #"\\t"#),
            ("a\u{1B}[31mb", #"a\u001b[31mb"#), ("氨氮", "氨氮"), ("a\"b", "a\"b"),
        ])
    func escapes(text: String, cell: String) {
        #expect(TabSeparated.text([.members([("x", .string(text))])]) == "x\n\(cell)\n")
    }

    @Test("Lists and objects stand in their cell as JSON; a row that is no object has one column")
    func nested() {
        #expect(
            TabSeparated.text([.members([("x", .array([.members([("y", .string("a\tb"))])]))])])
                == "x\n[{\"y\":\"a\\\\tb\"}]\n")
        #expect(TabSeparated.text([.string("p"), .string("q")]) == "value\np\nq\n")
        #expect(TabSeparated.text([]) == "")
    }
}
