public import Compensation
import Federation

/// A table of everything of one kind, to be taken into a spreadsheet.
public struct ExportTable: Sendable {
    public let name: Bilingual
    public let columns: [Bilingual]
    /// One text per column: numbers plain, amounts in yuan, times as `2021-04-01 08:00`.
    public internal(set) var rows: [[String]] = []

    /// Bytes of UTF-8 in all cells.
    public var textBytes: Int { rows.reduce(0) { $1.reduce($0) { $0 + $1.utf8.count } } }

    /// The same for programs: columns in both languages, and every cell as it stands in the workbook. A CSV has a
    /// single quote before a text that a spreadsheet would compute.
    public var jsonText: String {
        let value = JSONValue.members([
            ("schema", 1), ("name_zh", .string(name.zh)), ("name_en", .string(name.en)),
            (
                "columns",
                .array(columns.map { .members([("zh", .string($0.zh)), ("en", .string($0.en))]) })
            ),
            ("rows", .array(rows.map { .array($0.map { .string($0) }) })),
        ])
        return TerminalText.escaped(inJSON: String(decoding: CanonicalJSON.encode(value), as: UTF8.self)) + "\n"
    }

    init(_ name: Bilingual, _ columns: [Bilingual]) {
        self.name = name
        self.columns = columns
    }

    /// In yuan with two decimals, without separators: `-400000.00`.
    static func yuan(_ amount: Fen) -> String {
        let fen = amount.count.magnitude
        let cents = fen % 100
        return "\(amount.count < 0 ? "-" : "")\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
