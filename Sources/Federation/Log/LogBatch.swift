public import TransparencyLog

/// Consecutive entries of one log with every hash that is stored for them.
public struct LogBatch: Sendable {
    public let origin: LogOrigin
    /// Index of the first entry.
    public let start: Int
    public let entries: [[UInt8]]
    /// RFC 6962 leaf hashes, one per entry.
    public let leaves: [MerkleHash]
    /// Hashes at tile levels ≥ 1 that became complete with these entries.
    public let tileHashes: [TileHash]
    /// The right edge after the last entry.
    public let frontier: Frontier

    /// Hashes `entries` onto `frontier`.
    public init(origin: LogOrigin, onto frontier: Frontier, entries: [[UInt8]]) {
        var builder = TreeBuilder(frontier: frontier)
        var leaves: [MerkleHash] = []
        leaves.reserveCapacity(entries.count)
        for entry in entries {
            let leaf = MerkleHash.leaf(entry)
            leaves.append(leaf)
            builder.append(leaf)
        }
        self.origin = origin
        start = frontier.size
        self.entries = entries
        self.leaves = leaves
        tileHashes = builder.completed
        self.frontier = builder.frontier
    }

    /// The unsigned checkpoint after the last entry.
    public var checkpoint: Checkpoint {
        Checkpoint(origin: origin.text, size: frontier.size, root: frontier.root)
    }
}
