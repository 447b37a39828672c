/// Why a proof or a frontier could not be built. Never a statement about the log's honesty.
public enum TreeReadError: Error, Equatable {
    /// The reader does not hold a hash the tree of that size consists of.
    case missingHash(TreePosition)
    /// The requested leaf or old size lies outside the tree, or the size outside `TreeSize`.
    case outOfRange(requested: Int, size: Int)
}
