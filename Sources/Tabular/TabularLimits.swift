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
    /// Parts of a workbook's archive.
    public var parts: Int
    /// Bytes that all parts of a workbook unpack to.
    public var unpackedBytes: Int
    /// How many times larger than packed a part of a workbook may be.
    public var ratio: Int
    /// Elements of a workbook's XML inside each other.
    public var depth: Int
    /// Bytes of UTF-8 in all cells of a workbook together, a text that many cells share counted for each.
    public var textBytes: Int

    public init(
        bytes: Int, rows: Int, columns: Int, cells: Int, cellLength: Int, issues: Int, parts: Int = 1_000,
        unpackedBytes: Int = 512 << 20, ratio: Int = 200, depth: Int = 64,
        textBytes: Int = 128 << 20
    ) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.cells = cells
        self.cellLength = cellLength
        self.issues = issues
        self.parts = parts
        self.unpackedBytes = unpackedBytes
        self.ratio = ratio
        self.depth = depth
        self.textBytes = textBytes
    }

    /// What is collected of one cell; UTF-8 takes at most four bytes for a character.
    var cellBytes: Int { cellLength * 4 }

    /// 64 MiB, 4 million cells and 128 MiB of text in them; rows, columns and cell length as an Excel sheet has them
    /// (Microsoft, "Excel specifications and limits": 1,048,576, 16,384 and 32,767).
    public static let `default` = TabularLimits(
        bytes: 64 << 20, rows: 1_048_576, columns: 16_384, cells: 4_000_000,
        cellLength: 32_767, issues: 1_000)
}
