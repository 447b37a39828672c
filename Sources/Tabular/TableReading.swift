/// What came of reading a file as a table.
public enum TableReading: Equatable, Sendable {
    /// Every row is sound.
    case sound(Table)
    /// The table is whole, faulty rows included so that they can be shown beside their issues;
    /// ``Table/withoutRows(named:)`` leaves the sound ones. Issues are in file order, not empty.
    case faulty(Table, [TabularIssue])
    /// The file gives no table that could be relied on. Issues are in file order, not empty.
    case unreadable([TabularIssue])

    /// All issues at once, in file order; empty for a sound table.
    public var issues: [TabularIssue] {
        switch self {
        case .sound: []
        case .faulty(_, let issues), .unreadable(let issues): issues
        }
    }
}
