public import Compensation
public import Federation

/// One value behind every dress: text in either language, or JSON.
public protocol Report: Sendable {
    /// For `--json`; always an object with a `schema` number.
    var json: JSONValue { get }
    func text(_ language: Language) -> String
}

extension Report {
    /// The JSON on one line, closed by a line feed. What a terminal would obey is escaped, so that the text of a
    /// neighbour's log is as harmless here as in a table.
    public var jsonText: String {
        TerminalText.escaped(inJSON: String(decoding: CanonicalJSON.encode(json), as: UTF8.self)) + "\n"
    }
}
