/// Appends leaf hashes to a tree and collects the hashes a store has to keep.
///
/// A store keeps the leaf hashes (tile level 0), which the caller has in hand anyway, and the
/// hashes at tree levels 8, 16, 24, ... (tile levels 1, 2, 3, ...), which are collected here as
/// they become complete. All others can be recomputed inside one tile.
public struct TreeBuilder: Sendable {
    /// The tree so far.
    public private(set) var frontier: Frontier
    /// Hashes at tile level 1 and above completed since the start or the last `takeCompleted()`,
    /// in the order of completion: lower levels before the higher ones they complete.
    public private(set) var completed: [TileHash] = []

    public init(frontier: Frontier = Frontier()) {
        self.frontier = frontier
    }

    /// Adds the leaf hash at index `frontier.size`. One node hash on average.
    public mutating func append(_ leaf: MerkleHash) {
        frontier.append(leaf) { level, index, hash in
            guard level % HashTile.height == 0 else { return }
            completed.append(
                TileHash(tileLevel: level / HashTile.height, index: index, hash: hash))
        }
    }

    /// Hands over `completed` and empties it, for writing in batches.
    public mutating func takeCompleted() -> [TileHash] {
        defer { completed.removeAll(keepingCapacity: true) }
        return completed
    }
}
