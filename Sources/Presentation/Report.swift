public import Compensation
public import Federation

/// One value behind every dress: text in either language, or JSON.
public protocol Report: Sendable {
    /// For `--json`; always an object with a `schema` number.
    var json: JSONValue { get }
    func text(_ language: Language) -> String
}
