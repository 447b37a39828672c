import Federation

/// Rows for `cut`, `awk` and spreadsheets: a line of column names, then a line per row, cells parted by tabs.
///
/// The columns are the JSON fields that at least one row has, in the order of their names; a row without a field has
/// an empty cell there, and a list or an object stands in its cell as JSON. Within a cell a backslash is written `\\`,
/// a tab `\t`, a line feed `\n`, a carriage return `\r`; anything else a terminal would obey is escaped as in JSON.
/// No rows, no lines.
enum TabSeparated {
    static func text(_ rows: [JSONValue]) -> String {
        let rows = rows.map { row -> JSONObject in
            if case .object(let object) = row { object } else { JSONObject([("value", row)]) }
        }
        let columns = JSONObject(rows.flatMap { $0.members.map { ($0.name, .null) } }).members.map(\.name)
        guard !columns.isEmpty else { return "" }
        let lines = [columns] + rows.map { row in columns.map { row[$0].map(cell) ?? "" } }
        return lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    private static func cell(_ value: JSONValue) -> String {
        let text =
            switch value {
            case .string(let text): text
            case .null: ""
            default: String(decoding: CanonicalJSON.encode(value), as: UTF8.self)
            }
        var cell = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": cell += #"\\"#
            case "\t": cell += #"\t"#
            case "\n": cell += #"\n"#
            case "\r": cell += #"\r"#
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return TerminalText.escaped(inJSON: cell)
    }
}
