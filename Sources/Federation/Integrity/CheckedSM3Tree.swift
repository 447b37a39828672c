public import TransparencyLog

/// A signed checkpoint of a log's SM3 tree whose root came out when it was recomputed from the entries.
public struct CheckedSM3Tree: Sendable {
    /// Of the log.
    public let origin: LogOrigin
    /// Entries in the tree.
    public let size: Int
    public let root: MerkleHash

    public init(origin: LogOrigin, size: Int, root: MerkleHash) {
        self.origin = origin
        self.size = size
        self.root = root
    }
}
