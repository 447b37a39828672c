public import TransparencyLog

/// What a document has proven: the holder of a log's key signed two histories that exclude each other.
public struct ProvenFork: Sendable, Equatable {
    public let origin: LogOrigin
    /// The size at which the two histories have different roots.
    public let size: Int
    /// Root of that size in the history of the first note.
    public let firstRoot: MerkleHash
    /// Root of that size in the history of the second note.
    public let secondRoot: MerkleHash
    /// Size of the second note, not below `size`.
    public let secondSize: Int

    init(origin: LogOrigin, size: Int, firstRoot: MerkleHash, secondRoot: MerkleHash, secondSize: Int) {
        self.origin = origin
        self.size = size
        self.firstRoot = firstRoot
        self.secondRoot = secondRoot
        self.secondSize = secondSize
    }
}
