/// What a cell holds behind its text.
public enum CellContent: Equatable, Sendable {
    case text
    /// A number, as the workbook stores it.
    case number(stored: String)
    /// A number of days in a format that shows a moment. Programs add the year of the day of typing where the format
    /// shows none.
    case moment(stored: String, showsYear: Bool)
}
