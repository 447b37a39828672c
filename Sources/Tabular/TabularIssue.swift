/// Something in a file that keeps it, or one row of it, from being used as it stands.
///
/// Facts only: the words for people are made elsewhere from ``code`` and the other fields.
public struct TabularIssue: Equatable, Sendable {
    /// What kind of issue this is.
    public let code: TabularIssueCode
    /// Row as a spreadsheet program numbers it, from 1; `nil` when the issue is about the file.
    public let row: Int?
    /// Column from 1; `nil` when the issue is about the row or the file.
    public let column: Int?
    /// What stands there; its form is described at each code.
    public let found: String
    /// What would have been accepted; its form is described at each code, empty if there is
    /// nothing to add.
    public let expected: String

    public init(
        _ code: TabularIssueCode, row: Int? = nil, column: Int? = nil,
        found: String = "", expected: String = ""
    ) {
        self.code = code
        self.row = row
        self.column = column
        self.found = found
        self.expected = expected
    }

    static func tooLarge(_ bytes: Int, _ limits: TabularLimits) -> TabularIssue {
        TabularIssue(.tooLarge, found: "\(bytes)", expected: "\(limits.bytes)")
    }
}
