/// What a repair has changed.
public struct MendedRows: Equatable, Sendable {
    public var entries = 0
    public var hashes = 0
    public var checkpoints = 0
    /// Rows beyond the end of the log that were taken away.
    public var removed = 0
    /// Sizes of kept checkpoints that are damaged and that nobody can supply; their rows are left as they are.
    public var lost: [Int] = []

    public init() {}
}
