/// A column of a ``TextTable``.
public struct TextColumn: Equatable, Sendable {
    /// Where a cell stands within its column.
    public enum Alignment: Equatable, Sendable {
        /// Words.
        case left
        /// Numbers, so that digits of equal weight stand under each other.
        case right
    }

    /// Heading of the column.
    public let title: String
    /// Alignment of the heading and of every cell.
    public let alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .left) {
        self.title = title
        self.alignment = alignment
    }
}
