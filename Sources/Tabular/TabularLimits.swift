/// How much a file may hold before it is refused; a hostile file must cost little.
public struct TabularLimits: Equatable, Sendable {
    /// Bytes of the file.
    public var bytes: Int
    /// Rows, blank ones included.
    public var rows: Int
    /// Cells in one row.
    public var columns: Int
    /// Cells in all rows together; bounds memory where rows and columns alone would not.
    public var cells: Int
    /// Unicode scalars in one cell.
    public var cellLength: Int
    /// Issues reported before reading stops.
    public var issues: Int

    public init(
        bytes: Int, rows: Int, columns: Int, cells: Int, cellLength: Int, issues: Int
    ) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.cellLength = cellLength
        self.issues = issues
    }

    /// 64 MiB and 4 million cells; rows, columns and cell length as an Excel sheet has them
    /// (Microsoft, "Excel specifications and limits": 1,048,576, 16,384 and 32,767).
    public static let `default` = TabularLimits(
        bytes: 64 << 20, rows: 1_048_576, columns: 16_384, cells: 4_000_000,
        cellLength: 32_767, issues: 1_000)
}
