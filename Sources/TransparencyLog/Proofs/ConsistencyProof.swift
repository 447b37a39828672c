/// Proof that a tree only grew: RFC 6962 section 2.1.2.
public struct ConsistencyProof: Hashable, Sendable {
    /// Number of leaves of the older tree.
    public let oldSize: Int
    /// Number of leaves of the newer tree, not below `oldSize`.
    public let newSize: Int
    /// The hashes in the order of RFC 6962; empty when `oldSize` is 0 or equals `newSize`.
    public let hashes: [MerkleHash]

    public init(oldSize: Int, newSize: Int, hashes: [MerkleHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Builds the proof between the trees of the first `oldSize` and the first `newSize` leaves.
    ///
    /// Throws `TreeReadError`, or what the reader throws.
    public init(from oldSize: Int, to newSize: Int, reader: some HashReader) throws {
        guard oldSize >= 0, oldSize <= newSize, TreeSize.isValid(newSize) else {
            throw TreeReadError.outOfRange(requested: oldSize, size: newSize)
        }
        guard oldSize > 0 else {
            self.init(oldSize: oldSize, newSize: newSize, hashes: [])
            return
        }
        var path: [MerkleHash] = []
        var start = 0
        var end = newSize
        while end != oldSize {
            let split = start + (end - start).splitPoint
            if oldSize <= split {
                path.append(try reader.rangeHash(from: split, to: end))
                end = split
            } else {
                path.append(try reader.rangeHash(from: start, to: split))
                start = split
            }
        }
        // A subtree that is the whole old tree is known to the verifier already.
        if start > 0 {
            path.append(try reader.rangeHash(from: start, to: end))
        }
        self.init(oldSize: oldSize, newSize: newSize, hashes: path.reversed())
    }

    /// Checks the proof (RFC 9162 section 2.1.4.2); nil means that the tree with `newRoot` starts
    /// with exactly the leaves of the tree with `oldRoot`.
    public func verify(oldRoot: MerkleHash, newRoot: MerkleHash) -> ProofFinding? {
        guard oldSize >= 0, oldSize <= newSize, TreeSize.isValid(newSize) else {
            return .outOfRange(detail: "from size \(oldSize) to size \(newSize)")
        }
        if oldSize == 0 || oldSize == newSize {
            return verifyTrivial(oldRoot: oldRoot, newRoot: newRoot)
        }
        // A whole left subtree is its own starting point; the proof then leaves it out.
        let startsAtOldRoot = oldSize & (oldSize - 1) == 0
        guard let seed = startsAtOldRoot ? oldRoot : hashes.first else { return wrongLength }
        let aligned = (oldSize - 1).trailingOnes
        var node = (oldSize - 1) >> aligned
        var last = (newSize - 1) >> aligned
        var oldHash = seed
        var newHash = seed
        for sibling in hashes.dropFirst(startsAtOldRoot ? 0 : 1) {
            guard last > 0 else { return wrongLength }
            if node & 1 == 1 || node == last {
                oldHash = MerkleHash.node(sibling, oldHash)
                newHash = MerkleHash.node(sibling, newHash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newHash = MerkleHash.node(newHash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        guard last == 0 else { return wrongLength }
        return mismatch(oldHash: oldHash, oldRoot: oldRoot, newHash: newHash, newRoot: newRoot)
    }

    /// Equal sizes need equal roots; the empty tree is the start of every tree.
    private func verifyTrivial(oldRoot: MerkleHash, newRoot: MerkleHash) -> ProofFinding? {
        guard hashes.isEmpty else { return wrongLength }
        return mismatch(
            oldHash: oldSize == 0 ? .emptyTree : newRoot, oldRoot: oldRoot,
            newHash: newSize == 0 ? .emptyTree : newRoot, newRoot: newRoot)
    }

    private func mismatch(
        oldHash: MerkleHash, oldRoot: MerkleHash, newHash: MerkleHash, newRoot: MerkleHash
    ) -> ProofFinding? {
        guard oldHash == oldRoot else {
            return .oldRootMismatch(
                detail: "size \(oldSize): proof gives \(oldHash.hex), not \(oldRoot.hex)")
        }
        guard newHash == newRoot else {
            return .rootMismatch(
                detail: "size \(newSize): proof gives \(newHash.hex), not \(newRoot.hex)")
        }
        return nil
    }

    private var wrongLength: ProofFinding {
        .wrongLength(detail: "\(hashes.count) hashes from size \(oldSize) to size \(newSize)")
    }
}
