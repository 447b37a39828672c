/// All that has to be remembered of a tree to append to it: the hashes of the perfect subtrees
/// along its right edge (a "compact range" from leaf 0).
public struct Frontier: Hashable, Sendable {
    /// Number of leaves.
    public private(set) var size: Int
    /// One hash for each set bit of `size`, the largest subtree first.
    public private(set) var hashes: [MerkleHash]

    /// The frontier of the empty tree.
    public init() {
        size = 0
        hashes = []
        hashes.reserveCapacity(54)
    }

    /// A frontier from stored parts; nil when the number of hashes does not fit the size or the
    /// size lies outside `TreeSize`. The hashes themselves are taken on trust: compare `root`.
    public init?(size: Int, hashes: [MerkleHash]) {
        guard TreeSize.isValid(size), hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// The frontier of the first `size` leaves, read from a store.
    ///
    /// Throws `TreeReadError`, or what the reader throws.
    public init(size: Int, reader: some HashReader) throws {
        guard TreeSize.isValid(size) else {
            throw TreeReadError.outOfRange(requested: size, size: TreeSize.maximum)
        }
        self.size = size
        hashes = try RightEdge.subtrees(size: size).map { try reader.required($0) }
    }

    /// The RFC 6962 root hash of the tree.
    public var root: MerkleHash {
        guard var root = hashes.last else { return .emptyTree }
        for hash in hashes.dropLast().reversed() {
            root = MerkleHash.node(hash, root)
        }
        return root
    }

    /// Adds a leaf hash at index `size`.
    public mutating func append(_ leaf: MerkleHash) {
        append(leaf) { _, _, _ in }
    }

    /// Adds a leaf hash and reports each inner subtree it completes: tree level, index, hash.
    mutating func append(
        _ leaf: MerkleHash, completing: (_ level: Int, _ index: Int, MerkleHash) -> Void
    ) {
        var hash = leaf
        let merges = size.trailingOnes
        for level in 0..<merges {
            hash = MerkleHash.node(hashes.removeLast(), hash)
            completing(level + 1, size >> (level + 1), hash)
        }
        hashes.append(hash)
        size += 1
    }
}
