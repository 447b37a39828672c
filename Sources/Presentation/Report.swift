public import Compensation
public import Federation

/// One value behind every dress: text in either language, JSON, or rows parted by tabs.
public protocol Report: Sendable {
    /// For `--json`; always an object with a `schema` number.
    var json: JSONValue { get }
    func text(_ language: Language) -> String
    /// The text with more columns, where there are more to show.
    func wideText(_ language: Language) -> String
    /// The member of the JSON whose elements are the rows of `-o tsv`; `nil`: one row, the report itself.
    var rowsMember: String? { get }
}

extension Report {
    public func wideText(_ language: Language) -> String { text(language) }

    public var rowsMember: String? { nil }

    public func rendered(_ format: OutputFormat, _ language: Language) -> String {
        switch format {
        case .table: text(language)
        case .wide: wideText(language)
        case .json: jsonText
        case .tsv: TabSeparated.text(rows)
        }
    }

    /// The JSON on one line, closed by a line feed. What a terminal would obey is escaped, so that the text of a
    /// neighbour's log is as harmless here as in a table.
    public var jsonText: String {
        TerminalText.escaped(inJSON: String(decoding: CanonicalJSON.encode(json), as: UTF8.self)) + "\n"
    }

    private var rows: [JSONValue] {
        guard let rowsMember, case .object(let object) = json, case .array(let rows) = object[rowsMember] else {
            return [json]
        }
        return rows
    }
}
