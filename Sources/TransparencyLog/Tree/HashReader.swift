/// Where tree hashes come from: a database, a set of tiles, memory.
public protocol HashReader {
    /// The hash of the perfect subtree at tree level `level` (0 = leaves), position `index` from
    /// the left; nil when this reader does not have it.
    ///
    /// Throws when the reader could not find out.
    func hash(level: Int, index: Int) throws -> MerkleHash?
}

extension HashReader {
    /// The Merkle tree hash of leaves `start ..< end` (RFC 6962 section 2.1), `start` aligned as
    /// `RightEdge.subtrees(from:to:)` asks.
    func rangeHash(from start: Int, to end: Int) throws -> MerkleHash {
        var root: MerkleHash?
        for position in RightEdge.subtrees(from: start, to: end).reversed() {
            let left = try required(position)
            root = root.map { MerkleHash.node(left, $0) } ?? left
        }
        return root ?? .emptyTree
    }

    func required(_ position: TreePosition) throws -> MerkleHash {
        guard let hash = try hash(level: position.level, index: position.index) else {
            throw TreeReadError.missingHash(position)
        }
        return hash
    }
}
