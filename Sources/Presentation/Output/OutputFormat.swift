/// The dress a report is shown in, chosen with `-o`.
public enum OutputFormat: String, CaseIterable, Codable, Sendable {
    /// For people, in their language.
    case table
    /// For people with room: the table with more columns.
    case wide
    /// One object on one line; the fields of `docs/json.md`.
    case json
    /// The rows of the JSON's list, see ``TabSeparated``.
    case tsv
}
